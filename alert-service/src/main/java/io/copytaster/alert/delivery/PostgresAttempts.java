package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.webhook.AttemptOutcome;
import io.copytaster.alert.webhook.AttemptOutcome.Delivered;
import io.copytaster.alert.webhook.AttemptOutcome.Effect;
import io.copytaster.alert.webhook.AttemptOutcome.Holds;
import io.copytaster.alert.webhook.AttemptOutcome.Refused;
import io.copytaster.alert.webhook.AttemptOutcome.Retry;
import io.copytaster.alert.webhook.RetrySchedule;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Records attempts and what follows from them, for the delivery and for its endpoint. Safe for all threads. */
final class PostgresAttempts {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Endpoints endpoints;
    private final RetrySchedule schedule;
    private final Clock clock;

    PostgresAttempts(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Endpoints endpoints,
            RetrySchedule schedule,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Records an attempt and what follows from it; without the lease it is kept as late and nothing follows. */
    void record(ClaimedDelivery claim, Attempt attempt, AttemptOutcome outcome) {
        transactions.executeWithoutResult(_ -> {
            boolean ours = advance(claim, attempt, outcome);
            insert(claim, attempt, ours);
            if (ours) {
                tellEndpoint(claim.endpoint(), outcome);
            }
        });
    }

    private boolean advance(ClaimedDelivery claim, Attempt attempt, AttemptOutcome outcome) {
        var nextAt = nextAt(claim, outcome);
        var state = stateAfter(outcome, nextAt);
        int changed = jdbc.sql("UPDATE delivery SET state = :state, reason = :reason, attempts = attempts + 1,"
                        + " round_attempts = round_attempts + 1, last_status = :status,"
                        + " due_at = coalesce(:due, due_at), finished_at = :finished, finish_published = false,"
                        + " lease_owner = NULL, lease_token = NULL, lease_until = NULL"
                        + " WHERE delivery_id = :id AND lease_token = :token")
                .param("state", state.label())
                .param("reason", state == DeliveryState.PENDING ? "" : reason(outcome))
                .param("status", attempt.status(), Types.INTEGER)
                .param("due", nextAt.map(PostgresAttempts::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("finished", state == DeliveryState.PENDING ? null : now(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", claim.id().value())
                .param("token", claim.token())
                .update();
        return changed == 1;
    }

    private Optional<Instant> nextAt(ClaimedDelivery claim, AttemptOutcome outcome) {
        return outcome instanceof Retry(var _, var _, var after, var _)
                ? schedule.next(claim.roundAttempts() + 1, after, clock.instant())
                : Optional.empty();
    }

    private static DeliveryState stateAfter(AttemptOutcome outcome, Optional<Instant> nextAt) {
        return switch (outcome) {
            case Delivered() -> DeliveryState.DELIVERED;
            case Retry _ -> nextAt.isPresent() ? DeliveryState.PENDING : DeliveryState.EXHAUSTED;
            case Refused(var _, var _, Effect effect) ->
                effect == Effect.DISABLE ? DeliveryState.CANCELLED : DeliveryState.EXHAUSTED;
        };
    }

    private static String reason(AttemptOutcome outcome) {
        return switch (outcome) {
            case Delivered() -> "";
            case Retry(var error, var hint, var _, var _) -> error.label() + ": " + hint;
            case Refused(var error, var hint, var _) -> error.label() + ": " + hint;
        };
    }

    private void insert(ClaimedDelivery claim, Attempt attempt, boolean ours) {
        jdbc.sql("INSERT INTO attempt (attempt_token, delivery_id, subscriber_id, number, outcome, error, hint, detail,"
                        + " status, excerpt, started_at, took_millis, late) VALUES (:token, :id, :subscriber, :number,"
                        + " :outcome, :error, :hint, :detail, :status, :excerpt, :started, :took, :late)"
                        + " ON CONFLICT DO NOTHING")
                .param("token", claim.token())
                .param("id", claim.id().value())
                .param("subscriber", claim.subscriberId())
                .param("number", attempt.number())
                .param("outcome", attempt.outcome())
                .param("error", attempt.error(), Types.VARCHAR)
                .param("hint", attempt.hint())
                .param("detail", storable(attempt.detail()))
                .param("status", attempt.status(), Types.INTEGER)
                .param("excerpt", storable(attempt.excerpt()))
                .param("started", utc(attempt.startedAt()))
                .param("took", attempt.took().toMillis())
                .param("late", !ours)
                .update();
    }

    private void tellEndpoint(EndpointId endpoint, AttemptOutcome outcome) {
        switch (outcome) {
            case Delivered() ->
                // Only where it changes something: a busy endpoint's row is not to be fought over.
                jdbc.sql("UPDATE endpoint SET consecutive_failures = 0, ever_delivered = true WHERE endpoint_id = :id"
                                + " AND (consecutive_failures <> 0 OR NOT ever_delivered)")
                        .param("id", endpoint.value())
                        .update();
            case Retry(var _, var _, var after, Holds holds)
            when holds == Holds.ENDPOINT ->
                jdbc.sql("UPDATE endpoint SET paused_until = greatest(paused_until, :until) WHERE endpoint_id = :id")
                        .param("until", utc(clock.instant().plus(after)))
                        .param("id", endpoint.value())
                        .update();
            case Retry _ -> countFailure(endpoint);
            case Refused(var _, var hint, Effect effect)
            when effect == Effect.DISABLE -> endpoints.disable(endpoint, hint);
            case Refused _ -> countFailure(endpoint);
        }
    }

    private void countFailure(EndpointId endpoint) {
        jdbc.sql("UPDATE endpoint SET consecutive_failures = consecutive_failures + 1 WHERE endpoint_id = :id")
                .param("id", endpoint.value())
                .update();
    }

    /** PostgreSQL keeps every character but NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
