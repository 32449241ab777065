package io.copytaster.runtime.consumers;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * After a rollback: pause, then read again from the committed offsets. Not from the batch's own first record, because
 * a failed commit may have succeeded at the broker, and its records and dead letters must not be written twice.
 */
public final class RollbackListener implements AfterRollbackProcessor<byte[], byte[]> {

    /** Hears why partitions do not advance. */
    @FunctionalInterface
    public interface Trouble {

        /** The batch over these partitions (named as Kafka writes them) was rolled back; it comes again after a pause. */
        void rolledBack(Collection<String> partitions, String why);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RollbackListener.class);

    /** Longest wait for one answer; then the question is put again while the container runs. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final AfterRollbackProcessor<byte[], byte[]> pause;
    private final Trouble trouble;

    /** Pauses as the back-off says, and tells of each rollback. */
    public RollbackListener(BackOff backOff, Trouble trouble) {
        this.pause = new DefaultAfterRollbackProcessor<>(backOff);
        this.trouble = trouble;
    }

    @Override
    public void process(
            List<ConsumerRecord<byte[], byte[]>> records,
            Consumer<byte[], byte[]> consumer,
            MessageListenerContainer container,
            Exception exception,
            boolean recoverable,
            ContainerProperties.EOSMode eosMode) {
        throw new IllegalStateException("this container hands over batches, got single records");
    }

    @Override
    public void processBatch(
            ConsumerRecords<byte[], byte[]> records,
            List<ConsumerRecord<byte[], byte[]>> list,
            Consumer<byte[], byte[]> consumer,
            MessageListenerContainer container,
            Exception exception,
            boolean recoverable,
            ContainerProperties.EOSMode eosMode) {
        trouble.rolledBack(
                records.partitions().stream().map(TopicPartition::toString).toList(), why(exception));
        pause.processBatch(records, list, consumer, container, exception, false, eosMode);
        seekToCommitted(consumer, records.partitions(), container);
    }

    @Override
    public void clearThreadState() {
        pause.clearThreadState();
    }

    private static void seekToCommitted(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions, MessageListenerContainer container) {
        var ours = new HashSet<>(partitions);
        ours.retainAll(consumer.assignment());
        var committed = committed(consumer, ours, container);
        if (!container.isRunning()) {
            return;
        }
        for (var partition : ours) {
            var offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    /** The broker answers when no transaction is open that could still change the offsets; it is asked until it does. */
    private static Map<TopicPartition, OffsetAndMetadata> committed(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions, MessageListenerContainer container) {
        while (container.isRunning()) {
            try {
                return consumer.committed(partitions, ANSWER);
            } catch (TimeoutException e) {
                LOG.atDebug().setCause(e).log("committed offsets not known yet");
            }
        }
        return Map.of();
    }

    private static String why(Exception exception) {
        var cause = exception;
        while (cause.getCause() instanceof Exception deeper) {
            cause = deeper;
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
