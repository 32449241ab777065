package io.copytaster.alert.listen;

import io.copytaster.stream.EventStream;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed records of a stream from its beginning, and further at every look. Used by one thread. */
final class StreamTail<V extends SpecificRecord> implements AutoCloseable {

    private final EventReader<V> reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<V> events = new ArrayList<>();

    StreamTail(EventStream<V> stream, Map<String, Object> client) {
        this.reader = new EventReader<>(stream, Wire.deserializer(client));
        this.consumer = consumer(stream.name(), client);
    }

    /** Everything that is committed now. */
    List<V> events() {
        read(consumer).forEach(record -> {
            if (reader.read(record) instanceof Readable<V>(var event)) {
                events.add(event);
            }
        });
        return List.copyOf(events);
    }

    /** Everything that is committed now, as it is. */
    static List<ConsumerRecord<byte[], byte[]>> records(String stream, Map<String, Object> client) {
        try (var consumer = consumer(stream, client)) {
            return read(consumer);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String stream, Map<String, Object> client) {
        var config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(stream).stream()
                .map(partition -> new TopicPartition(stream, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(KafkaConsumer<byte[], byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
