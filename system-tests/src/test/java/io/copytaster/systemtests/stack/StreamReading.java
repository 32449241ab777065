package io.copytaster.systemtests.stack;

import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.EventStream;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import io.copytaster.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a stream from its first record to its committed end. */
public final class StreamReading {

    private StreamReading() {}

    /** All committed records, in order within each partition. */
    public static <V extends SpecificRecord> List<V> all(LocalServers servers, EventStream<V> stream) {
        var reader = new EventReader<>(stream, Wire.deserializer(Map.of("schema.registry.url", servers.registryUrl())));
        var events = new ArrayList<V>();
        try (var consumer = consumer(servers)) {
            var partitions = consumer.partitionsFor(stream.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    switch (reader.read(record)) {
                        case Readable<V>(var event) -> events.add(event);
                        case Unreadable<V> unreadable ->
                            throw new AssertionError(record.topic() + "-" + record.partition() + "@" + record.offset()
                                    + ": " + unreadable);
                    }
                }
            }
        }
        return events;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(LocalServers servers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
