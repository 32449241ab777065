package io.copytaster.ingest.feed;

import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.measure.IngestMeter;
import io.copytaster.ingest.poll.PollReport.End;
import io.copytaster.ingest.seen.DatabaseAwayException;
import io.copytaster.ingest.source.Claim;
import io.copytaster.ingest.source.Feeds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks for feeds that are due and polls them, a bounded number at a time, each on a virtual thread. One thread looks; it claims no
 * more than can be polled at once, so that other instances get the rest.
 */
final class FeedPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Feeds feeds;
    private final FeedRound round;
    private final FeedSettings settings;
    private final Clock clock;
    private final Semaphore free;
    private final MeterRegistry meters;
    private volatile boolean running;
    private ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private ExecutorService polling = Executors.newVirtualThreadPerTaskExecutor();

    FeedPoller(Feeds feeds, FeedRound round, FeedSettings settings, Clock clock, MeterRegistry meters) {
        this.feeds = feeds;
        this.round = round;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.free = new Semaphore(settings.concurrency());
        for (var end : End.values()) {
            polls(end);
        }
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("feeds-due").daemon().factory());
        polling = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("feed-", 0).factory());
        var _ = looking.scheduleWithFixedDelay(this::look, 0, settings.tick().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends what is under way, for a while; what is not finished is polled again by whoever is next. */
    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
        polling.shutdown();
        try {
            if (!polling.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                polling.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try {
            int room = free.availablePermits();
            if (room > 0) {
                feeds.claimDue(clock.instant(), room).forEach(this::begin);
            }
        } catch (DataAccessException | DatabaseAwayException e) {
            LOG.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("database did not answer the poller");
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("looking for due feeds failed");
        }
    }

    private Counter polls(End end) {
        return meters.counter(IngestMeter.POLLS.key(), "outcome", end.name().toLowerCase(Locale.ROOT));
    }

    private void begin(Claim claim) {
        free.acquireUninterruptibly();
        var _ = polling.submit(() -> {
            try {
                polls(round.poll(claim, Origin.LIVE).end()).increment();
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("feedId", claim.feed().id())
                        .setCause(e)
                        .log("poll of a feed broke off and is repeated");
            } finally {
                free.release();
            }
        });
    }
}
