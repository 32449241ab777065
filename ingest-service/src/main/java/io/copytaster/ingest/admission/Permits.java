package io.copytaster.ingest.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds the work in hand: whoever gets no permit in time is told to come back. Thread-safe. */
public final class Permits {

    private final Semaphore free;

    public Permits(int number) {
        this.free = new Semaphore(number, true);
    }

    /** The result of the work, or nothing where no permit became free in time. */
    public <T> Optional<T> within(Duration patience, Supplier<T> work) {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    /** Permits that nobody holds. */
    public int free() {
        return free.availablePermits();
    }
}
