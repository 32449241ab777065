package io.copytaster.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the broker alone gives: the same records through one Kafka producer with the service's own settings (acks=all, idempotent,
 * zstd at level 1, 128 KB, no linger), each worker waiting for the acknowledgement of its piece before it sends the next one.
 */
final class BareProducer implements AutoCloseable {

    private static final String TOPIC = "bench.bare";

    private final KafkaProducer<byte[], byte[]> kafka;
    private final SampleArticles articles;

    BareProducer(String servers, int partitions, SampleArticles articles)
            throws InterruptedException, ExecutionException {
        this.articles = articles;
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, partitions, (short) 1)))
                    .all()
                    .get();
        }
        kafka = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", servers,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "compression.type", "zstd",
                        "compression.zstd.level", "1",
                        "batch.size", String.valueOf(128 * 1024),
                        "buffer.memory", String.valueOf(48 * 1024 * 1024),
                        "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    ClosedLoop.Worker worker() {
        return this::send;
    }

    @Override
    public void close() {
        kafka.close();
    }

    private void send(long first, int count) throws InterruptedException, ExecutionException {
        var sent = new ArrayList<Future<RecordMetadata>>(count);
        for (long number = first; number < first + count; number++) {
            var key = ("a_bench" + number).getBytes(StandardCharsets.US_ASCII);
            sent.add(kafka.send(new ProducerRecord<>(TOPIC, key, articles.json(number))));
        }
        for (var each : sent) {
            each.get();
        }
    }
}
