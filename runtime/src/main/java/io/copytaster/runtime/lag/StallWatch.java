package io.copytaster.runtime.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds partitions that are ours, have unread records and do not move: the silent stall that no exception shows. A
 * partition moves when its committed offset changes or its records are handed over again. Thread-safe.
 */
final class StallWatch {

    private final Duration patience;
    private final Map<String, Standing> standings = new HashMap<>();

    /** Waits so long before it calls a partition stalled. */
    StallWatch(Duration patience) {
        this.patience = patience;
    }

    /**
     * What is seen of a partition.
     *
     * @param unread whether a record waits behind the committed offset
     * @param attempts how often its records were handed over
     */
    record Sight(long committed, boolean unread, long attempts) {}

    /** The partitions that have stood still too long; partitions that are not in sight are forgotten. */
    synchronized List<String> stalled(Map<String, Sight> sights, Instant now) {
        standings.keySet().retainAll(sights.keySet());
        var stalled = new TreeSet<String>();
        sights.forEach((partition, sight) -> {
            var standing = standings.get(partition);
            if (standing == null || !sight.unread() || standing.moved(sight)) {
                standings.put(partition, new Standing(sight, now));
            } else if (Duration.between(standing.since(), now).compareTo(patience) >= 0) {
                stalled.add(partition);
            }
        });
        return List.copyOf(stalled);
    }

    private record Standing(Sight sight, Instant since) {

        boolean moved(Sight now) {
            return now.committed() != sight.committed() || now.attempts() != sight.attempts();
        }
    }
}
