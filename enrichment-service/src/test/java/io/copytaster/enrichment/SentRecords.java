package io.copytaster.enrichment;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

/** A broker that only keeps what is sent to it. */
public final class SentRecords {

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

    public KafkaTemplate<byte[], byte[]> kafka() {
        return new KafkaTemplate<>(new MockProducerFactory<>(this::producer));
    }

    private MockProducer<byte[], byte[]> producer() {
        var producer = new MockProducer<>(
                true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    public List<ProducerRecord<byte[], byte[]>> on(String stream) {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(record -> record.topic().equals(stream))
                .toList();
    }
}
