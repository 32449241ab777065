package io.copytaster.alert.listen;

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
 * Why partitions of a group do not advance just now; a partition is named as Kafka writes it. The alerters' error handler
 * reports here by itself. Thread-safe.
 */
final class ProgressListener implements RetryListener {

    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    static String partition(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition();
    }

    /** The batch over these partitions failed; its records come again after a pause. */
    void rolledBack(Collection<String> partitions, String why) {
        partitions.forEach(partition -> troubles.put(partition, why));
    }

    /** These partitions advance, or went to another consumer. */
    void settled(Collection<String> partitions) {
        troubles.keySet().removeAll(partitions);
    }

    Optional<String> trouble() {
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
