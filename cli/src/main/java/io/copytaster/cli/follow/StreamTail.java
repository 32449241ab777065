package io.copytaster.cli.follow;

import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The end of a stream, read without a consumer group, so that reading leaves no trace.
 *
 * <p>Thread rule: used by one thread.
 */
final class StreamTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final int ANSWER_MILLIS = 5_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private StreamTail(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** Opens the stream so that, of each partition, the last records come first; committed ones only. */
    static StreamTail open(String bootstrapServers, String stream, long last) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS - 1_000);
        var bytes = new ByteArrayDeserializer();
        StreamTail tail;
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
        try {
            tail = new StreamTail(consumer, partitions(consumer, stream));
            tail.seek(last);
        } catch (TimeoutException e) {
            consumer.close();
            throw new CommandFailedException(
                    ExitCode.NOT_REACHABLE,
                    "Kafka is not reachable at " + bootstrapServers + "; start one with ./copytaster dev",
                    e);
        }
        return tail;
    }

    /** Hands records over until the taker has enough, or, without following, until the present end is reached. */
    void read(boolean following, Predicate<ConsumerRecord<byte[], byte[]>> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (following || !reached(ends)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!taker.test(record)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void seek(long last) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> consumer.seek(
                        partition, Math.max(beginnings.getOrDefault(partition, 0L), Math.max(0, end - last))));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String stream) {
        List<PartitionInfo> found = consumer.partitionsFor(stream);
        if (found == null || found.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.NEGATIVE, "there is no stream " + stream + " yet: a service creates it when it starts");
        }
        return found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
