package io.copytaster.runtime.consumers;

import io.copytaster.stream.StreamSetupException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The start in its order: streams, transactional ids, consumers. Transactional ids are initialised before any consumer
 * polls, because that ends what a killed predecessor left open; otherwise its partitions wait for the transaction's
 * timeout. A step that fails is tried again, readiness tells why; the process stays up.
 */
public final class StartUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Runnable streams;
    private final Runnable transactionalIds;
    private final Runnable consumers;
    private final ServiceExit exit;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("start-up").factory());
    private volatile String waitingFor = "its start";
    private volatile boolean started;
    private volatile boolean running;

    /** Each step may be repeated; {@code exit} is for what no repetition can mend. */
    public StartUp(Runnable streams, Runnable transactionalIds, Runnable consumers, ServiceExit exit) {
        this.streams = streams;
        this.transactionalIds = transactionalIds;
        this.consumers = consumers;
        this.exit = exit;
    }

    /** Whether the consumers were started. */
    public boolean started() {
        return started;
    }

    /** What the start waits for, as long as it does. */
    public String waitingFor() {
        return waitingFor;
    }

    @Override
    public void start() {
        running = true;
        thread.execute(() -> attempt(FIRST_PAUSE));
    }

    private void attempt(Duration pause) {
        try {
            waitingFor = "its streams and schemas";
            streams.run();
            waitingFor = "its transactional ids";
            transactionalIds.run();
            waitingFor = "its consumers";
            consumers.run();
            started = true;
        } catch (RuntimeException e) {
            if (e instanceof StreamSetupException && e.getCause() == null) {
                exit.exit(String.valueOf(e.getMessage()));
            } else {
                tryAgain(pause, e);
            }
        }
    }

    private void tryAgain(Duration pause, RuntimeException failure) {
        waitingFor = waitingFor + ": " + failure.getMessage();
        LOG.atWarn().addKeyValue("pause", pause).setCause(failure).log("start not possible yet, trying again");
        var doubled = pause.multipliedBy(2);
        var next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        var _ = thread.schedule(() -> attempt(next), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
