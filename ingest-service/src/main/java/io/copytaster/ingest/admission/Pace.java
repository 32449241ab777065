package io.copytaster.ingest.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets items through at a steady rate, however many senders there are: each claim moves the start of the next one. Thread-safe.
 */
public final class Pace {

    private static final long SECOND = 1_000_000_000;

    private final long perSecond;
    private final LongSupplier nanoTime;
    private long nextStart;

    /** A pace of so many items a second, by a clock such as {@link System#nanoTime}. */
    public Pace(long perSecond, LongSupplier nanoTime) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("expected at least 1 item a second, got " + perSecond);
        }
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.nextStart = nanoTime.getAsLong();
    }

    /** How long to wait before so many items start; nothing is claimed, and nothing returned, where that is beyond the patience. */
    public synchronized Optional<Duration> claim(int items, Duration patience) {
        long now = nanoTime.getAsLong();
        long wait = Math.max(0, nextStart - now);
        if (wait > patience.toNanos()) {
            return Optional.empty();
        }
        nextStart = now + wait + items * SECOND / perSecond;
        return Optional.of(Duration.ofNanos(wait));
    }
}
