package io.copytaster.runtime.lag;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the lag of groups, and by a probing read the age of what is unread. Used by one thread. */
final class GroupLagClient implements AutoCloseable {

    private static final Duration PROBE = Duration.ofSeconds(1);

    private final OffsetsClient offsets;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final InstantSource clock;
    private @Nullable Consumer<byte[], byte[]> probe;

    /** The consumers made here read without a group. */
    GroupLagClient(OffsetsClient offsets, Supplier<Consumer<byte[], byte[]>> consumers, InstantSource clock) {
        this.offsets = offsets;
        this.consumers = consumers;
        this.clock = clock;
    }

    /** The group's lag on every partition of the streams. */
    List<GroupLag> lags(String group, Collection<String> streams) {
        var partitions = offsets.partitions(streams);
        var ends = offsets.ends(partitions);
        var begins = offsets.begins(partitions);
        var committed = offsets.committed(group);
        return partitions.stream()
                .map(partition -> {
                    long begin = begins.getOrDefault(partition, 0L);
                    long next = Math.max(begin, committed.getOrDefault(partition, begin));
                    return lag(group, partition, next, ends.getOrDefault(partition, next));
                })
                .toList();
    }

    private GroupLag lag(String group, TopicPartition partition, long next, long end) {
        if (end <= next) {
            return new GroupLag(group, partition.topic(), partition.partition(), next, 0, Duration.ZERO);
        }
        var reader = probe();
        var oldest = oldest(reader, partition, next);
        // Markers of transactions take offsets and are no records: a read that gets past them finds nothing unread.
        boolean nothing = oldest.isEmpty() && reader.position(partition) >= end;
        return new GroupLag(
                group,
                partition.topic(),
                partition.partition(),
                next,
                nothing ? 0 : end - next,
                oldest.map(this::age).orElse(Duration.ZERO));
    }

    private Consumer<byte[], byte[]> probe() {
        if (probe == null) {
            probe = consumers.get();
        }
        return probe;
    }

    private static Optional<Instant> oldest(Consumer<byte[], byte[]> reader, TopicPartition partition, long next) {
        reader.assign(List.of(partition));
        reader.seek(partition, next);
        return reader.poll(PROBE).records(partition).stream()
                .findFirst()
                .map(record -> Instant.ofEpochMilli(record.timestamp()));
    }

    private Duration age(Instant writtenAt) {
        var age = Duration.between(writtenAt, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
