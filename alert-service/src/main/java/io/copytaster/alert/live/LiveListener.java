package io.copytaster.alert.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one reader of the stream of alerts for everybody who watches: begins at its end, one thread, and
 * after a failure goes on where it was. */
final class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Supplier<AlertLogClient> logs;
    private final LiveAlerts alerts;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    LiveListener(Supplier<AlertLogClient> logs, LiveAlerts alerts) {
        this.logs = logs;
        this.alerts = alerts;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofPlatform().name("live-alerts").daemon().start(() -> listen(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
        // Before the server waits for its connections to end, which these never would.
        alerts.end();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void listen(CountDownLatch stop) {
        while (stop.getCount() > 0) {
            try (var log = logs.get()) {
                var place = alerts.place().orElseGet(log::end);
                log.seek(place);
                alerts.begin(place);
                while (stop.getCount() > 0) {
                    read(log);
                }
            } catch (RuntimeException e) {
                // Whatever it was: the reader goes on from its place, or everybody who watches would wait in vain.
                LOG.atWarn()
                        .addKeyValue("cause", e.toString())
                        .log("live alerts wait for the broker and the schema registry");
                rest(stop);
            }
        }
    }

    private void read(AlertLogClient log) {
        for (var record : log.poll(POLL)) {
            log.alert(record)
                    .ifPresentOrElse(alerts::read, () -> alerts.advance(record.partition(), record.offset() + 1));
        }
    }

    private static void rest(CountDownLatch stop) {
        try {
            var _ = stop.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
