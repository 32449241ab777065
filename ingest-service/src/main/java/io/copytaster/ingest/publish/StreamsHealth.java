package io.copytaster.ingest.publish;

import io.copytaster.stream.StreamSetupException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Prepares the streams, again and again while broker or registry is away, and says whether they are prepared. The state
 * is one volatile sentence, written by the scheduler's thread.
 */
final class StreamsHealth implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsHealth.class);
    private static final String PREPARED = "";

    private final Steps steps;
    private final Duration retry;
    /** No bean: another executor in the context would take the place of the one on which requests may block. */
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("streams").factory());

    private volatile String missing = "the streams are being prepared";

    StreamsHealth(Steps steps, Duration retry) {
        this.steps = steps;
        this.retry = retry;
    }

    /** What to do, what then, and what when the streams have a shape that no repetition will change. */
    record Steps(Runnable prepare, Runnable whenPrepared, Runnable whenRefused) {}

    /** Tries at once, and again as long as broker or registry is away; returns without waiting. */
    void start() {
        scheduler.execute(this::attempt);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void attempt() {
        try {
            steps.prepare().run();
            missing = PREPARED;
            LOG.atInfo().log("streams are prepared");
            steps.whenPrepared().run();
        } catch (RuntimeException e) {
            missing = String.valueOf(e.getMessage());
            if (e instanceof StreamSetupException && e.getCause() == null) {
                LOG.atError().addKeyValue("cause", missing).log("streams have another shape than we need, stopping");
                steps.whenRefused().run();
                return;
            }
            LOG.atWarn().addKeyValue("cause", missing).log("streams could not be prepared, trying again");
            var _ = scheduler.schedule(this::attempt, retry.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Health health() {
        var sentence = missing;
        return sentence.equals(PREPARED)
                ? Health.up().build()
                : Health.down().withDetail("missing", sentence).build();
    }
}
