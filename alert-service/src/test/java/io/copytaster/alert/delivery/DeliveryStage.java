package io.copytaster.alert.delivery;

import static org.awaitility.Awaitility.await;

import io.copytaster.alert.endpoint.ClientErrors;
import io.copytaster.alert.endpoint.Endpoint;
import io.copytaster.alert.endpoint.EndpointDraft;
import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.endpoint.PostgresEndpoints;
import io.copytaster.alert.endpoint.Secret;
import io.copytaster.alert.raised.Alert;
import io.copytaster.alert.webhook.AlertMessage;
import io.copytaster.alert.webhook.RetrySchedule;
import io.copytaster.alert.webhook.WebhookClient;
import io.copytaster.alert.webhook.WebhookSettings;
import io.copytaster.identity.DeliveryId;
import io.copytaster.runtime.guard.GuardSettings;
import io.copytaster.runtime.guard.TargetGuard;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.util.unit.DataSize;

/** Everything that delivers, on a real database and real sockets, with a clock that the test moves. */
final class DeliveryStage implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(20);

    final TestDatabase database = new TestDatabase();
    final SettableClock clock = new SettableClock();
    final Secret secret = Secret.parse("whsec_q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=");
    final Endpoints endpoints = new PostgresEndpoints(database.jdbc(), new byte[32], new SecureRandom(), clock);
    final AlertMessage message = new AlertMessage("/test");
    final Deliveries deliveries = new PostgresDeliveries(database.jdbc(), message, clock, () -> {});
    private final WebhookClient client;

    DeliveryStage(Duration total, String... allowed) {
        var settings = new WebhookSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                total,
                DataSize.ofKilobytes(16),
                "Copytaster/test",
                "/test");
        client = new WebhookClient(settings, TargetGuard.of(GuardSettings.allowing(allowed)), 4);
    }

    static DeliveryStage allowing(LoopbackReceiver... receivers) {
        return new DeliveryStage(
                Duration.ofSeconds(5),
                List.of(receivers).stream().map(r -> "127.0.0.1/32:" + r.port()).toArray(String[]::new));
    }

    Endpoint endpoint(URI url) {
        return endpoints.add(SampleAlerts.SUBSCRIBER, new EndpointDraft("", url, ClientErrors.RETRY), secret);
    }

    DeliveryId open(Alert alert, Endpoint endpoint) {
        database.transactions().executeWithoutResult(_ -> deliveries.open(alert, List.of(endpoint.id())));
        return DeliveryId.of(
                endpoint.id().value(), alert.storyOrArticleId(), alert.kind().name(), alert.trigger());
    }

    PostgresClaims claims(String owner) {
        return new PostgresClaims(
                database.jdbc(), database.transactions(), message, clock, new PostgresClaims.Lease(owner, LEASE));
    }

    /** A sender that has not begun to work: the test tells it when. */
    DeliveryPoller sender() {
        RandomGenerator noJitter = () -> 0L;
        var schedule = new RetrySchedule(RetrySchedule.STANDARD, noJitter);
        return new DeliveryPoller(
                claims("0"),
                new PostgresAttempts(database.jdbc(), database.transactions(), endpoints, schedule, clock),
                endpoints,
                client,
                new DeliverySettings(64, 4, LEASE, Duration.ofSeconds(1), null),
                clock);
    }

    /** Lets everything due be tried once and waits for the outcome of this one. */
    Delivery attemptOnce(DeliveryId id) {
        int before = find(id).attempts();
        sender().beginDue();
        await().atMost(SOON).until(() -> find(id).attempts() > before);
        return find(id);
    }

    Delivery find(DeliveryId id) {
        return deliveries.find(SampleAlerts.SUBSCRIBER, id).orElseThrow();
    }

    List<Attempt> attempts(DeliveryId id) {
        return deliveries.attempts(SampleAlerts.SUBSCRIBER, id);
    }

    Optional<Endpoint> find(Endpoint endpoint) {
        return endpoints.find(SampleAlerts.SUBSCRIBER, endpoint.id());
    }

    @Override
    public void close() {
        client.close();
        database.close();
    }
}
