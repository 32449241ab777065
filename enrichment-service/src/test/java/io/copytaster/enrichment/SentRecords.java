package io.copytaster.enrichment;

import io.copytaster.enrichment.publish.ResultHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

/** A broker that only keeps what is sent to it. */
public final class SentRecords {

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

    public KafkaTemplate<byte[], byte[]> kafka() {
        return new KafkaTemplate<>(new MockProducerFactory<>(this::producer));
    }

    /** The text of a record's header, if it is there. */
    public static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> ResultHeaders.text(header.value()));
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
