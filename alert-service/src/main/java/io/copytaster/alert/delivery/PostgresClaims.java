package io.copytaster.alert.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.webhook.AlertMessage;
import io.copytaster.identity.DeliveryId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims what is due, with a lease: each call is one short transaction, none is open while a request is under way. Safe
 * for all threads and for many instances.
 */
final class PostgresClaims {

    private static final int TIDIED_AT_ONCE = 500;
    private static final String GIVE_BACK =
            "UPDATE delivery SET state = 'pending', lease_owner = NULL, lease_token = NULL, lease_until = NULL";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final AlertMessage message;
    private final Clock clock;
    private final Lease lease;

    PostgresClaims(
            JdbcClient jdbc, TransactionOperations transactions, AlertMessage message, Clock clock, Lease lease) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.message = message;
        this.clock = clock;
        this.lease = lease;
    }

    /** Makes available what an earlier life of this instance held when it died. */
    int reclaim() {
        return jdbc.sql(GIVE_BACK + " WHERE state = 'sending' AND lease_owner = :owner")
                .param("owner", lease.owner())
                .update();
    }

    /** Makes available what dead senders held too long, and cancels what waits for disabled endpoints. */
    int tidy() {
        int expired = jdbc.sql(GIVE_BACK + " WHERE state = 'sending' AND lease_until <= :now")
                .param("now", now())
                .update();
        int cancelled = jdbc.sql("UPDATE delivery d SET state = 'cancelled', reason = off.state_reason,"
                        + " finished_at = :now, finish_published = false FROM"
                        + " (SELECT p.delivery_id, e.state_reason FROM delivery p JOIN endpoint e USING (endpoint_id)"
                        + " WHERE p.state = 'pending' AND e.state = 'disabled' LIMIT :most FOR UPDATE OF p SKIP LOCKED)"
                        + " off WHERE d.delivery_id = off.delivery_id")
                .param("now", now())
                .param("most", TIDIED_AT_ONCE)
                .update();
        return expired + cancelled;
    }

    /** The endpoints that have something due and may receive it. */
    List<Lanes.Waiting> waiting() {
        return jdbc.sql("SELECT endpoint_id, ever_delivered AND consecutive_failures = 0 AS healthy FROM endpoint e"
                        + " WHERE state = 'enabled' AND (paused_until IS NULL OR paused_until <= :now) AND EXISTS"
                        + " (SELECT 1 FROM delivery d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'pending'"
                        + " AND d.due_at <= :now)")
                .param("now", now())
                .query((row, _) -> new Lanes.Waiting(
                        new EndpointId(row.getString(1)),
                        row.getBoolean(2) ? Lanes.Lane.HEALTHY : Lanes.Lane.PROBATION))
                .list();
    }

    /** Claims up to so many due deliveries per endpoint; the first claim of a delivery makes its message. */
    List<ClaimedDelivery> claim(List<Lanes.Waiting> waiting, Map<EndpointId, Integer> shares) {
        var lanes = waiting.stream().collect(toMap(Lanes.Waiting::endpoint, Lanes.Waiting::lane));
        var rows = transactions.execute(_ -> withMessages(leased(shares)));
        return rows.stream()
                .map(row -> row.claimed(lanes.getOrDefault(row.endpoint(), Lanes.Lane.PROBATION)))
                .toList();
    }

    /** Gives a claim back unused. */
    void release(ClaimedDelivery claim) {
        jdbc.sql(GIVE_BACK + " WHERE delivery_id = :id AND lease_token = :token")
                .param("id", claim.id().value())
                .param("token", claim.token())
                .update();
    }

    /** The earliest due time in the future. */
    Optional<Instant> nextDue() {
        return jdbc.sql("SELECT due_at FROM delivery WHERE state = 'pending' AND due_at > :now ORDER BY due_at LIMIT 1")
                .param("now", now())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private List<Row> leased(Map<EndpointId, Integer> shares) {
        var order = List.copyOf(shares.keySet());
        return jdbc.sql("WITH lane AS MATERIALIZED (SELECT * FROM unnest(string_to_array(:endpoints, ','),"
                        + " CAST(string_to_array(:shares, ',') AS int[])) AS l (endpoint_id, share)),"
                        + " due AS MATERIALIZED (SELECT p.delivery_id FROM lane CROSS JOIN LATERAL"
                        + " (SELECT delivery_id FROM delivery WHERE endpoint_id = lane.endpoint_id"
                        + " AND state = 'pending' AND due_at <= :now ORDER BY due_at LIMIT lane.share"
                        + " FOR UPDATE SKIP LOCKED) p)"
                        + " UPDATE delivery d SET state = 'sending', lease_owner = :owner,"
                        + " lease_token = gen_random_uuid(), lease_until = :until FROM due"
                        + " WHERE d.delivery_id = due.delivery_id RETURNING d.*")
                .param("endpoints", order.stream().map(EndpointId::value).collect(joining(",")))
                .param("shares", order.stream().map(id -> "" + shares.get(id)).collect(joining(",")))
                .param("now", now())
                .param("owner", lease.owner())
                .param("until", clock.instant().plus(lease.length()).atOffset(ZoneOffset.UTC))
                .query((row, _) -> Row.of(row))
                .list();
    }

    /** Gives those that are claimed for the first time their sequence number and their bytes, for good. */
    private List<Row> withMessages(List<Row> leased) {
        var unmade = leased.stream().filter(row -> row.message() == null).toList();
        if (unmade.isEmpty()) {
            return leased;
        }
        var made = new ArrayList<>(
                leased.stream().filter(row -> row.message() != null).toList());
        var contents = contents(unmade);
        // In one order for all claimers, so that two of them cannot wait for each other.
        var byEndpoint = new TreeMap<>(
                unmade.stream().collect(groupingBy(row -> row.endpoint().value())));
        byEndpoint.forEach((endpoint, rows) -> {
            long sequence = advanceSequence(endpoint, rows.size()) - rows.size();
            for (var row : rows) {
                made.add(make(row, ++sequence, contents.getOrDefault(row.id(), List.of())));
            }
        });
        return made;
    }

    private Map<DeliveryId, List<String>> contents(List<Row> unmade) {
        var contents = new HashMap<DeliveryId, List<String>>();
        jdbc.sql("SELECT delivery_id, content FROM delivery_alert WHERE delivery_id IN (:ids) AND in_message"
                        + " ORDER BY delivery_id, position")
                .param("ids", unmade.stream().map(row -> row.id().value()).toList())
                .query(row -> {
                    contents.computeIfAbsent(new DeliveryId(row.getString(1)), _ -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return contents;
    }

    private long advanceSequence(String endpoint, int by) {
        return jdbc.sql("UPDATE endpoint SET last_sequence = last_sequence + :by WHERE endpoint_id = :id"
                        + " RETURNING last_sequence")
                .param("by", by)
                .param("id", endpoint)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private Row make(Row row, long sequence, List<String> contents) {
        var body = message.body(row.envelope(sequence), contents);
        jdbc.sql("WITH emptied AS (UPDATE delivery_alert SET content = '' WHERE delivery_id = :id AND in_message)"
                        + " UPDATE delivery SET sequence = :sequence, body = :body WHERE delivery_id = :id")
                .param("sequence", sequence)
                .param("body", body)
                .param("id", row.id().value())
                .update();
        return row.with(ByteBuffer.wrap(body));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Who claims, and for how long. */
    record Lease(String owner, Duration length) {}

    /** A delivery as just leased; without its message if this is the first time. */
    private record Row(
            DeliveryId id,
            EndpointId endpoint,
            String subscriberId,
            UUID token,
            int attempts,
            int roundAttempts,
            String type,
            String subject,
            Instant occurredAt,
            @Nullable ByteBuffer message) {

        static Row of(ResultSet row) throws SQLException {
            var body = row.getBytes("body");
            return new Row(
                    new DeliveryId(row.getString("delivery_id")),
                    new EndpointId(row.getString("endpoint_id")),
                    row.getString("subscriber_id"),
                    row.getObject("lease_token", UUID.class),
                    row.getInt("attempts"),
                    row.getInt("round_attempts"),
                    row.getString("type"),
                    row.getString("subject"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    body == null ? null : ByteBuffer.wrap(body));
        }

        AlertMessage.Envelope envelope(long sequence) {
            return new AlertMessage.Envelope(id.value(), endpoint.value(), type, subject, occurredAt, sequence);
        }

        Row with(ByteBuffer made) {
            return new Row(id, endpoint, subscriberId, token, attempts, roundAttempts, type, subject, occurredAt, made);
        }

        ClaimedDelivery claimed(Lanes.Lane lane) {
            if (message == null) {
                throw new IllegalStateException("expected delivery " + id + " to have its message when it is claimed");
            }
            return new ClaimedDelivery(id, endpoint, subscriberId, token, attempts, roundAttempts, lane, message);
        }
    }
}
