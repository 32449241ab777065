package io.copytaster.enrichment.seen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction adds to the memory. Dropping the batch is enough when the transaction is rolled back: nothing
 * of it has reached the memory. Used by one thread.
 */
public final class SeenBatch {

    private final SeenRevisions seen;
    private final Set<Integer> partitions;
    private final Map<Integer, Chain> added = new HashMap<>();

    SeenBatch(SeenRevisions seen, Set<Integer> partitions) {
        this.seen = seen;
        this.partitions = Set.copyOf(partitions);
    }

    /** Looks a revision up, in this batch first and then in the memory. */
    public Sighting sight(int partition, Revision revision) {
        var here = addedTo(partition).sight(revision);
        var before = seen.chain(partition).sight(revision);
        return here instanceof Sighting.New || before instanceof Sighting.Repeated ? before : here;
    }

    /** Notes that the revision's result is part of the transaction; what was set aside is not noted and may come again. */
    public void add(int partition, Revision revision) {
        addedTo(partition).add(revision);
    }

    /** The transaction is committed: what was added is remembered. */
    public void commit() {
        added.forEach((partition, chain) -> seen.chain(partition).addAll(chain));
    }

    /** Nobody knows how the transaction ended: the memory of its partitions is rebuilt before the next batch. */
    public void doubt() {
        seen.forget(partitions);
    }

    private Chain addedTo(int partition) {
        return added.computeIfAbsent(partition, _ -> new Chain(Integer.MAX_VALUE));
    }
}
