package io.copytaster.enrichment.seen;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory of enriched revisions, one per partition, each bounded by the horizon: the oldest is forgotten first. The
 * live and the backfill lane of a partition share one memory. Thread rule: a partition is used only by the thread that
 * consumes it; different partitions may be used at the same time.
 */
public final class SeenRevisions {

    private final int horizon;
    private final SeenSource source;
    private final Map<Integer, Chain> chains = new ConcurrentHashMap<>();

    public SeenRevisions(int horizon, SeenSource source) {
        if (horizon < 1) {
            throw new IllegalArgumentException("the horizon must be at least 1 revision, got " + horizon);
        }
        this.horizon = horizon;
        this.source = source;
    }

    /** Rebuilds, from the source, the memory of those partitions that have none; costs nothing for the others. */
    public void recall(Set<Integer> partitions) {
        var unknown = new TreeSet<>(partitions);
        unknown.removeAll(chains.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        source.newest(unknown).forEach((partition, revisions) -> {
            var chain = new Chain(horizon);
            revisions.forEach(chain::add);
            chains.put(partition, chain);
        });
    }

    /** Drops the memory of partitions that were given away, or whose last transaction ended in doubt. */
    public void forget(Collection<Integer> partitions) {
        partitions.forEach(chains::remove);
    }

    /** Opens a batch over these partitions, recalling what is missing; it is remembered only when it is committed. */
    public SeenBatch begin(Set<Integer> partitions) {
        recall(partitions);
        return new SeenBatch(this, partitions);
    }

    /** How many revisions are remembered, over all partitions. */
    public int size() {
        return chains.values().stream().mapToInt(Chain::size).sum();
    }

    Chain chain(int partition) {
        var chain = chains.get(partition);
        if (chain == null) {
            throw new IllegalStateException(
                    "the memory of partition " + partition + " was not rebuilt: recall it before the batch begins");
        }
        return chain;
    }
}
