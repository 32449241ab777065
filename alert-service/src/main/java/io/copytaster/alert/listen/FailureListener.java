package io.copytaster.alert.listen;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RetryListener;

/** Notes why a batch of matches is tried again. */
final class FailureListener implements RetryListener {

    private final Progress progress;

    FailureListener(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        throw new IllegalStateException("this container hands over batches, got single records");
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception failure, int attempt) {
        progress.rolledBack(
                records.partitions().stream().map(TopicPartition::toString).toList(), why(failure));
    }

    private static String why(@Nullable Exception failure) {
        var cause = failure == null ? null : failure.getCause();
        return String.valueOf(cause == null ? failure : cause);
    }
}
