package io.copytaster.runtime.lag;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker for offsets; each answer is waited for at most ten seconds. Thread-safe. */
public final class OffsetsClient {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Admin admin;

    public OffsetsClient(Admin admin) {
        this.admin = admin;
    }

    /** All partitions of the streams. */
    List<TopicPartition> partitions(Collection<String> streams) {
        return answer(admin.describeTopics(streams).allTopicNames()).values().stream()
                .flatMap(stream -> stream.partitions().stream()
                        .map(partition -> new TopicPartition(stream.name(), partition.partition())))
                .toList();
    }

    /** The first offset that is still kept. */
    Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The ends, with everything that was written: transactions that are still open are included. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The group's next offsets; partitions without one are left out. */
    Map<TopicPartition, Long> committed(String group) {
        var committed = new HashMap<TopicPartition, Long>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked).all()).forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker for offsets", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not tell offsets", e);
        }
    }
}
