package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.Progress;
import io.copytaster.enrichment.seen.SeenRevisions;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Keeps the memory of revisions in step with the assignment. Everything is forgotten on the way out and rebuilt on the
 * way in; if rebuilding fails here, the next batch tries it again before it reads a record.
 */
final class PartitionListener implements ConsumerAwareRebalanceListener {

    private final SeenRevisions seen;
    private final Progress progress;
    private volatile boolean assigned;

    PartitionListener(SeenRevisions seen, Progress progress) {
        this.seen = seen;
        this.progress = progress;
    }

    /** Whether the group has given this instance its share, which may be empty. */
    boolean assigned() {
        return assigned;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned = true;
        // The position is known only when no transaction that could still commit offsets of these partitions is open.
        partitions.forEach(consumer::position);
        seen.recall(numbers(partitions));
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        giveAway(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        giveAway(partitions);
    }

    private void giveAway(Collection<TopicPartition> partitions) {
        seen.forget(numbers(partitions));
        progress.givenAway(partitions.stream().map(TopicPartition::toString).toList());
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
