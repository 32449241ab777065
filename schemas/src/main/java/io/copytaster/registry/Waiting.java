package io.copytaster.registry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** How to let time pass; tests advance a clock instead. */
public interface Waiting {

    /** Returns when the time is over. */
    void await(Duration time);

    /** Waits for real; an interrupt ends the wait with Kafka's exception for it. */
    static void really(Duration time) {
        try {
            @SuppressWarnings("unused") // Nobody opens the latch: only time does.
            boolean opened = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException("interrupted while waiting for the schema registry", e);
        }
    }
}
