package io.copytaster.runtime.lag;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the lag of our groups regularly, reports it, and remembers which of our partitions stand still. */
final class GroupLagPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupLagPoller.class);

    private static final int STOP_SECONDS = 5;

    private final List<WatchedGroup> groups;
    private final GroupLagClient client;
    private final LagMetrics metrics;
    private final StallWatch watch;
    private final long everyMillis;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("group-lag").factory());
    private volatile List<String> stalled = List.of();
    private volatile boolean running;

    GroupLagPoller(
            List<WatchedGroup> groups,
            GroupLagClient client,
            LagSettings settings,
            LagMetrics metrics,
            InstantSource clock) {
        this.groups = List.copyOf(groups);
        this.client = client;
        this.metrics = metrics;
        this.watch = new StallWatch(settings.stallTime());
        this.everyMillis = settings.every().toMillis();
        this.clock = clock;
    }

    /** The partitions of ours that have unread records and have not moved for too long, each with its group. */
    List<String> stalled() {
        return stalled;
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            var lags = new ArrayList<GroupLag>();
            var sights = new HashMap<String, StallWatch.Sight>();
            for (var group : groups) {
                var found = client.lags(group.name(), group.streams());
                lags.addAll(found);
                sights.putAll(sights(group, found));
            }
            metrics.report(lags);
            stalled = watch.stalled(sights, clock.instant());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("group lag not known, asking again");
        }
    }

    private static Map<String, StallWatch.Sight> sights(WatchedGroup group, List<GroupLag> lags) {
        var ours = group.ours().get();
        var sights = new HashMap<String, StallWatch.Sight>();
        for (var lag : lags) {
            if (ours.contains(lag.name())) {
                long attempts = group.attempts().applyAsLong(lag.name());
                sights.put(
                        group.name() + " on " + lag.name(),
                        new StallWatch.Sight(lag.committed(), lag.records() > 0, attempts));
            }
        }
        return sights;
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            // The client is closed after this, and only one thread may use it.
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().log("the broker still keeps a question about lag waiting");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
