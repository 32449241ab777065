package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.raised.Alert;
import io.copytaster.alert.webhook.AlertMessage;
import io.copytaster.identity.DeliveryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deliveries in PostgreSQL. Safe for all threads. */
final class PostgresDeliveries implements Deliveries {

    private static final String COLUMNS = "delivery_id, endpoint_id, type, subject, kind, trigger, state, reason,"
            + " sequence, attempts, last_status, created_at, finished_at, greatest(due_at, (SELECT paused_until"
            + " FROM endpoint e WHERE e.endpoint_id = delivery.endpoint_id)) AS next_at";

    private final JdbcClient jdbc;
    private final AlertMessage message;
    private final Clock clock;
    private final Runnable wake;

    /**
     * Makes the store.
     *
     * @param wake called when something new has become due
     */
    PostgresDeliveries(JdbcClient jdbc, AlertMessage message, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.message = message;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void open(Alert alert, List<EndpointId> endpoints) {
        var content = message.content(alert);
        // In one order for all callers, so that two of them cannot wait for each other.
        for (var endpoint :
                endpoints.stream().map(EndpointId::value).distinct().sorted().toList()) {
            var id = DeliveryId.of(
                    endpoint, alert.storyOrArticleId(), alert.kind().name(), alert.trigger());
            open(new New(
                    id,
                    alert.subscriberId(),
                    endpoint,
                    AlertMessage.ALERT_RAISED,
                    alert.storyOrArticleId(),
                    alert.kind().name(),
                    alert.trigger(),
                    alert.raisedAt()));
            tell(id, alert, content);
        }
        wakeAfterCommit();
    }

    @Override
    public Optional<DeliveryId> openTest(String subscriberId, EndpointId endpoint) {
        var now = clock.instant();
        var id = DeliveryId.of(endpoint.value(), "", "TEST", now.toString());
        int opened = open(new New(
                id, subscriberId, endpoint.value(), AlertMessage.ENDPOINT_TEST, endpoint.value(), "TEST", "", now));
        wakeAfterCommit();
        return opened == 0 ? Optional.empty() : Optional.of(id);
    }

    @Override
    public List<Delivery> list(Filter filter, int limit) {
        var deliveries = jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE subscriber_id = :subscriber"
                        + " AND (:state = '' OR state = :state) AND (:endpoint = '' OR endpoint_id = :endpoint)"
                        + " AND (:after = '' OR (created_at, delivery_id) < (SELECT created_at, delivery_id"
                        + " FROM delivery WHERE subscriber_id = :subscriber AND delivery_id = :after))"
                        + " ORDER BY created_at DESC, delivery_id DESC LIMIT :limit")
                .param("subscriber", filter.subscriberId())
                .param("state", filter.state().map(DeliveryState::label).orElse(""))
                .param("endpoint", filter.endpoint().map(EndpointId::value).orElse(""))
                .param("after", filter.after().map(DeliveryId::value).orElse(""))
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
        return deliveries.stream().map(found -> found.with(told(found.id()))).toList();
    }

    @Override
    public Optional<Delivery> find(String subscriberId, DeliveryId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE subscriber_id = :subscriber AND delivery_id = :id")
                .param("subscriber", subscriberId)
                .param("id", id.value())
                .query((row, _) -> delivery(row))
                .optional()
                .map(found -> found.with(told(found.id())));
    }

    @Override
    public List<Attempt> attempts(String subscriberId, DeliveryId id) {
        return jdbc.sql("SELECT number, outcome, error, hint, detail, status, excerpt, started_at, took_millis, late"
                        + " FROM attempt WHERE subscriber_id = :subscriber AND delivery_id = :id"
                        + " ORDER BY started_at, number")
                .param("subscriber", subscriberId)
                .param("id", id.value())
                .query((row, _) -> attempt(row))
                .list();
    }

    @Override
    public Redelivery redeliver(String subscriberId, DeliveryId id) {
        int queued = jdbc.sql("UPDATE delivery d SET state = 'pending', reason = '', due_at = :now, round_attempts = 0,"
                        + " finished_at = NULL, finish_published = false FROM endpoint e"
                        + " WHERE d.subscriber_id = :subscriber AND d.delivery_id = :id AND d.state <> 'sending'"
                        + " AND e.endpoint_id = d.endpoint_id AND e.state = 'enabled'")
                .param("now", utc(clock.instant()))
                .param("subscriber", subscriberId)
                .param("id", id.value())
                .update();
        if (queued == 1) {
            wakeAfterCommit();
            return Redelivery.QUEUED;
        }
        return find(subscriberId, id)
                .map(found -> found.state() == DeliveryState.SENDING ? Redelivery.UNDER_WAY : Redelivery.ENDPOINT_OFF)
                .orElse(Redelivery.UNKNOWN);
    }

    /** A delivery that may be new; one for a disabled endpoint ends at once, listed with the reason. */
    private int open(New delivery) {
        return jdbc.sql("INSERT INTO delivery (delivery_id, subscriber_id, endpoint_id, type, subject, kind, trigger,"
                        + " occurred_at, state, reason, due_at, created_at, finished_at)"
                        + " SELECT :id, :subscriber, endpoint_id, :type, :subject, :kind, :trigger, :occurred,"
                        + " CASE WHEN state = 'disabled' THEN 'cancelled' ELSE 'pending' END, state_reason, :now, :now,"
                        + " CASE WHEN state = 'disabled' THEN CAST(:now AS timestamptz) END"
                        + " FROM endpoint WHERE endpoint_id = :endpoint AND subscriber_id = :subscriber"
                        + " ON CONFLICT DO NOTHING")
                .param("id", delivery.id().value())
                .param("subscriber", delivery.subscriberId())
                .param("endpoint", delivery.endpoint())
                .param("type", delivery.type())
                .param("subject", delivery.subject())
                .param("kind", delivery.kind())
                .param("trigger", delivery.trigger())
                .param("occurred", utc(delivery.occurredAt()))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Adds an alert to a delivery: to its message while that is not made, else to the list beside it. */
    private void tell(DeliveryId id, Alert alert, String content) {
        // The lock keeps the first claim from making the message without this alert, or after it was called part of it.
        var unmade = jdbc.sql("SELECT body IS NULL FROM delivery WHERE delivery_id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, _) -> row.getBoolean(1))
                .optional();
        if (unmade.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO delivery_alert (delivery_id, alert_id, subscriber_id, position, content, in_message,"
                        + " added_at) SELECT :id, :alert, :subscriber, count(*), :content, :inMessage, :now"
                        + " FROM delivery_alert WHERE delivery_id = :id ON CONFLICT DO NOTHING")
                .param("id", id.value())
                .param("alert", alert.id().value())
                .param("subscriber", alert.subscriberId())
                .param("content", content)
                .param("inMessage", unmade.get())
                .param("now", utc(clock.instant()))
                .update();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    private List<Delivery.Told> told(DeliveryId id) {
        return jdbc.sql("SELECT alert_id, in_message FROM delivery_alert WHERE delivery_id = :id ORDER BY position")
                .param("id", id.value())
                .query((row, _) -> new Delivery.Told(row.getString(1), row.getBoolean(2)))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = DeliveryState.ofLabel(row.getString("state"));
        return new Delivery(
                new DeliveryId(row.getString("delivery_id")),
                new EndpointId(row.getString("endpoint_id")),
                row.getString("type"),
                row.getString("subject"),
                row.getString("kind"),
                row.getString("trigger"),
                state,
                row.getString("reason"),
                row.getObject("sequence", Long.class),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                state == DeliveryState.PENDING ? instant(row, "next_at") : null,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                List.of());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getString("outcome"),
                row.getString("error"),
                row.getString("hint"),
                row.getString("detail"),
                row.getObject("status", Integer.class),
                row.getString("excerpt"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getBoolean("late"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record New(
            DeliveryId id,
            String subscriberId,
            String endpoint,
            String type,
            String subject,
            String kind,
            String trigger,
            Instant occurredAt) {}
}
