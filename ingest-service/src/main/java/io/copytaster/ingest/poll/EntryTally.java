package io.copytaster.ingest.poll;

import java.util.EnumMap;
import java.util.Map;

/** What became of the entries of a feed in one poll. */
public record EntryTally(Map<Fate, Integer> counts) {

    /** Nothing. */
    public static final EntryTally NONE = new EntryTally(Map.of());

    /** What can become of an entry. */
    public enum Fate {
        /** It is in the feed. */
        SEEN,
        /** It was taken in before and says the same. */
        KNOWN,
        PUBLISHED,
        REVISED,
        DUPLICATE,
        FILTERED,
        REJECTED,
        /** Nobody knows whether it is on the log; it is offered again. */
        PENDING,
        /** It waits for the next poll. */
        LEFT,
        /** Its page is tried again later. */
        RETRIED
    }

    public EntryTally {
        counts = Map.copyOf(counts);
    }

    /** So many entries of one fate. */
    public static EntryTally of(Fate fate, int entries) {
        return new EntryTally(Map.of(fate, entries));
    }

    /** Both together. */
    public EntryTally plus(EntryTally more) {
        var sum = new EnumMap<Fate, Integer>(Fate.class);
        sum.putAll(counts);
        more.counts.forEach((fate, entries) -> sum.merge(fate, entries, Integer::sum));
        return new EntryTally(sum);
    }

    /** How many entries had a fate. */
    public int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** Entries that were not known before; never negative, though known ones can be left over for their pages. */
    public int fresh() {
        return Math.max(0, count(Fate.SEEN) - count(Fate.KNOWN) - count(Fate.LEFT) - count(Fate.PENDING));
    }

    /** Whether every entry came to its end. */
    public boolean isComplete() {
        return count(Fate.PENDING) == 0 && count(Fate.LEFT) == 0;
    }
}
