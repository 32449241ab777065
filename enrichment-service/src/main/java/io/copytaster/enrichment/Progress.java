package io.copytaster.enrichment;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the consumption of each partition goes: attempts, and why the last one was rolled back. A partition is named
 * {@code stream-number}, as Kafka writes it. Thread-safe.
 */
public final class Progress {

    private final EnrichmentMetrics metrics;
    private final Clock clock;
    private final Map<String, Long> attempts = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    public Progress(EnrichmentMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    BatchTally begin(Collection<String> partitions) {
        partitions.forEach(partition -> attempts.merge(partition, 1L, Long::sum));
        return new BatchTally(clock.instant());
    }

    void committed(Collection<String> partitions, BatchTally tally) {
        troubles.keySet().removeAll(partitions);
        tally.report(metrics, clock.instant());
    }

    /** The transaction over these partitions was rolled back; its records come again after a pause. */
    public void rolledBack(Collection<String> partitions, String why) {
        partitions.forEach(partition -> troubles.put(partition, why));
        metrics.rolledBack();
    }

    /** These partitions went to another consumer: their troubles are no longer ours. */
    public void givenAway(Collection<String> partitions) {
        troubles.keySet().removeAll(partitions);
        attempts.keySet().removeAll(partitions);
    }

    /** How often records of the partition were handed to us; it moves as long as the consumer lives. */
    public long attempts(String partition) {
        return attempts.getOrDefault(partition, 0L);
    }

    /** Why some partition does not advance just now. */
    public Optional<String> trouble() {
        return troubles.entrySet().stream()
                .findFirst()
                .map(trouble -> trouble.getKey() + " waits: " + trouble.getValue());
    }
}
