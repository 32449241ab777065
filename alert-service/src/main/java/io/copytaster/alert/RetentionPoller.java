package io.copytaster.alert;

import io.copytaster.alert.raised.Alerts;
import io.copytaster.alert.watch.Watches;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Removes at an interval what is older than it has to be kept. */
final class RetentionPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionPoller.class);

    private final Watches watches;
    private final Alerts alerts;
    private final RetentionSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention").factory());
    private volatile boolean running;

    RetentionPoller(Watches watches, Alerts alerts, RetentionSettings settings, Clock clock) {
        this.watches = watches;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Removes what is too old now. */
    void purge() {
        try {
            int tombstones = watches.purge(clock.instant().minus(settings.watches()));
            int decided = alerts.purge(clock.instant().minus(settings.alerts()));
            if (tombstones + decided > 0) {
                LOG.atInfo()
                        .addKeyValue("watches", tombstones)
                        .addKeyValue("matchesAndAlerts", decided)
                        .log("old rows removed");
            }
        } catch (RuntimeException e) {
            // The next round tries again; an exception would end the schedule.
            LOG.atWarn().setCause(e).log("old rows not removed");
        }
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.every().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::purge, pause, pause, TimeUnit.MILLISECONDS);
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
