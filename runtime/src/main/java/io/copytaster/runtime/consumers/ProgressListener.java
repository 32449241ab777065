package io.copytaster.runtime.consumers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RetryListener;

/**
 * Why partitions of a group do not advance just now; a partition is named as Kafka writes it. An error handler that
 * this listens to reports by itself. Thread-safe.
 */
public final class ProgressListener implements RetryListener {

    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();

    /** The partition of the record. */
    public static String partition(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition();
    }

    /** The batch over these partitions failed; its records come again after a pause. */
    public void rolledBack(Collection<String> partitions, String why) {
        partitions.forEach(partition -> {
            troubles.put(partition, why);
            failures.merge(partition, 1L, Long::sum);
        });
    }

    /** These partitions advance, or went to another consumer. */
    public void settled(Collection<String> partitions) {
        troubles.keySet().removeAll(partitions);
    }

    /** How often a batch over the partition failed: each time it is handed over again, so it does not stand still. */
    public long failures(String partition) {
        return failures.getOrDefault(partition, 0L);
    }

    /** Why some partition does not advance just now. */
    public Optional<String> trouble() {
        return troubles.entrySet().stream()
                .findFirst()
                .map(trouble -> trouble.getKey() + " waits: " + trouble.getValue());
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        rolledBack(List.of(partition(record)), why(failure));
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception failure, int attempt) {
        rolledBack(records.partitions().stream().map(TopicPartition::toString).toList(), why(failure));
    }

    private static String why(@Nullable Exception failure) {
        var cause = failure == null ? null : failure.getCause();
        return String.valueOf(cause == null ? failure : cause);
    }
}
