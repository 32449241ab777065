package io.copytaster.systemtests.feeds;

import java.time.Duration;
import java.time.Instant;

/**
 * When the entries of a feed appear: a plan that is known before anybody asks.
 *
 * @param start when entry 0 appears
 * @param first from the start to entry 1
 * @param every from there on, from one entry to the next
 * @param most entries that there will ever be, entry 0 included; at least 1
 */
public record Growth(Instant start, Duration first, Duration every, int most) {

    /** One entry that has been there since the start. */
    public static Growth none(Instant start) {
        return new Growth(start, Duration.ZERO, Duration.ofDays(1), 1);
    }

    /** Entries that are there at that time; the first is always. */
    public int entries(Instant now) {
        long since = Duration.between(start.plus(first), now).toMillis();
        return since < 0 ? 1 : (int) Math.min(most, 2 + since / every.toMillis());
    }

    /** When an entry appears; they count from 0. */
    public Instant appearsAt(int entry) {
        return entry == 0 ? start : start.plus(first).plus(every.multipliedBy(entry - 1L));
    }
}
