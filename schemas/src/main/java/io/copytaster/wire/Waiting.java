package io.copytaster.wire;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How to let time pass; tests advance a clock instead. */
interface Waiting {

    void await(Duration time);

    /** Waits for real; an interrupt ends the wait as if the registry had not answered, so the record comes again. */
    static void really(Duration time) {
        try {
            @SuppressWarnings("unused") // Nobody opens the latch: only time does.
            boolean opened = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnreachableException(
                    "interrupted while waiting for an unknown schema", new InterruptedIOException());
        }
    }
}
