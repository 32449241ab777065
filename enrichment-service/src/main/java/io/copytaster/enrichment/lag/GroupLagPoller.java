package io.copytaster.enrichment.lag;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the group's lag regularly, reports it, and remembers which of our partitions stand still. */
public final class GroupLagPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupLagPoller.class);

    private final Question question;
    private final Function<List<GroupLag>, Map<String, StallWatch.Sight>> ours;
    private final Consumer<List<GroupLag>> report;
    private final StallWatch watch;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("group-lag").factory());
    private volatile List<String> stalled = List.of();
    private volatile boolean running;

    /** Sees our own partitions through {@code ours}; hands every lag to {@code report}. */
    public GroupLagPoller(
            Question question,
            Function<List<GroupLag>, Map<String, StallWatch.Sight>> ours,
            Consumer<List<GroupLag>> report,
            StallWatch watch,
            Clock clock) {
        this.question = question;
        this.ours = ours;
        this.report = report;
        this.watch = watch;
        this.clock = clock;
    }

    /** Whose lag, on which streams, how often. */
    public record Question(GroupLagClient client, String group, List<String> streams, Duration every) {

        public Question {
            streams = List.copyOf(streams);
        }
    }

    /** The partitions of ours that have unread records and have not moved for too long. */
    public List<String> stalled() {
        return stalled;
    }

    @Override
    public void start() {
        running = true;
        long every = question.every().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            var lags = question.client().lags(question.group(), question.streams());
            report.accept(lags);
            stalled = watch.stalled(ours.apply(lags), clock.instant());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("group lag not known, asking again");
        }
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

    /** Sights of those partitions that are ours. */
    public static Map<String, StallWatch.Sight> sights(
            List<GroupLag> lags, java.util.Set<String> ours, Function<String, Long> attempts) {
        return lags.stream()
                .filter(lag -> ours.contains(lag.name()))
                .collect(Collectors.toMap(
                        GroupLag::name,
                        lag -> new StallWatch.Sight(lag.committed(), lag.records() > 0, attempts.apply(lag.name()))));
    }
}
