package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.webhook.AnswerJudge;
import io.copytaster.alert.webhook.WebhookClient;
import io.copytaster.alert.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works deliveries off: one thread claims what is due, one virtual thread per request sends. Woken by a commit, by a
 * freed slot and by the earliest due time; the poll is the truth, the rest is haste.
 */
final class DeliveryPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPoller.class);

    private final PostgresClaims claims;
    private final PostgresAttempts attempts;
    private final Endpoints endpoints;
    private final WebhookClient client;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Lanes lanes;
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
    private Instant tidiedAt = Instant.MIN;
    private volatile @Nullable Thread claiming;

    DeliveryPoller(
            PostgresClaims claims,
            PostgresAttempts attempts,
            Endpoints endpoints,
            WebhookClient client,
            DeliverySettings settings,
            Clock clock) {
        this.claims = claims;
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.lanes = new Lanes(settings.inFlight(), settings.inFlightPerEndpoint());
    }

    /** Looks at once for something due. */
    void wake() {
        wakeUps.offer(true);
    }

    /** Begins everything that is due and has a slot; answers how many. */
    int beginDue() {
        var waiting = claims.waiting();
        var shares = lanes.share(waiting);
        List<ClaimedDelivery> claimed = shares.isEmpty() ? List.of() : claims.claim(waiting, shares);
        for (var claim : claimed) {
            lanes.begin(claim);
            Thread.ofVirtual().name("deliver-" + claim.id()).start(() -> deliver(claim));
        }
        return claimed.size();
    }

    @Override
    public void start() {
        // Known before it runs: its loop asks whether it is still wanted.
        var thread = Thread.ofVirtual().name("claim-deliveries").unstarted(this::work);
        claiming = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = claiming;
        claiming = null;
        if (thread != null) {
            wake();
            finishInFlight(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return claiming != null;
    }

    private void work() {
        boolean reclaimed = false;
        while (isRunning()) {
            try {
                if (!reclaimed) {
                    claims.reclaim();
                    reclaimed = true;
                }
                tidyNowAndThen();
                if (beginDue() == 0) {
                    await(untilNextDue());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("deliveries wait, because they could not be claimed", e);
                restAfterFailure();
            }
        }
    }

    private void tidyNowAndThen() {
        var now = clock.instant();
        if (tidiedAt.isAfter(now) || tidiedAt.isBefore(now.minus(settings.poll()))) {
            tidiedAt = now;
            claims.tidy();
        }
    }

    private Duration untilNextDue() {
        var next = claims.nextDue().map(due -> Duration.between(clock.instant(), due));
        return next.filter(wait -> wait.compareTo(settings.poll()) < 0).orElse(settings.poll());
    }

    private void await(Duration wait) throws InterruptedException {
        wakeUps.poll(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void restAfterFailure() {
        try {
            await(settings.poll());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(ClaimedDelivery claim) {
        try {
            attempt(claim);
        } catch (RuntimeException e) {
            // The lease runs out and the attempt is repeated with the same id.
            LOG.atWarn()
                    .addKeyValue("deliveryId", claim.id())
                    .addKeyValue("endpointId", claim.endpoint())
                    .setCause(e)
                    .log("attempt could not be finished and will be repeated");
        } finally {
            lanes.end(claim);
            wake();
        }
    }

    private void attempt(ClaimedDelivery claim) {
        var target = endpoints.target(claim.endpoint());
        if (target.isEmpty()) {
            claims.release(claim);
            return;
        }
        var startedAt = clock.instant();
        var request = WebhookRequest.signed(
                target.get().url(), List.of(target.get().secret()), claim.id().value(), startedAt, claim.body());
        var reply = client.send(request);
        var answeredAt = clock.instant();
        var outcome = AnswerJudge.judge(reply, target.get().clientErrors(), answeredAt);
        var took = Duration.between(startedAt, answeredAt);
        attempts.record(claim, Attempt.of(claim.attempts() + 1, reply, outcome, startedAt, took), outcome);
    }

    /** Requests under way may end and be recorded; what does not end within a lease is repeated by whoever comes next. */
    private void finishInFlight(Thread thread) {
        try {
            thread.join(settings.poll().plusSeconds(5));
            long giveUpAt = System.nanoTime() + settings.lease().toNanos();
            while (!lanes.idle() && System.nanoTime() < giveUpAt) {
                await(Duration.ofMillis(50));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
