package io.copytaster.alert.watch;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.text.query.Query;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Watches in PostgreSQL. */
public final class PostgresWatches implements Watches {

    private static final String COLUMNS = "watch_id, subscriber_id, name, query, grammar, endpoint_ids,"
            + " alert_on_backfill, paused, disabled_reason, revision, created_at, changed_at, deleted_at";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final RandomGenerator random;
    private final Clock clock;

    public PostgresWatches(JdbcClient jdbc, TransactionOperations transactions, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Watch add(String subscriberId, WatchDraft draft) {
        return inTransaction(revision -> {
            var now = now();
            var state = state(draft, "", false);
            var watch =
                    new Watch(WatchId.random(random), subscriberId, draft, Query.GRAMMAR, state, revision, now, now);
            jdbc.sql("INSERT INTO watch (" + COLUMNS + ") VALUES (:id, :subscriber, :name, :query, :grammar,"
                            + " :endpoints, :backfill, :paused, '', :revision, :now, :now, NULL)")
                    .param("id", watch.id().value())
                    .param("subscriber", subscriberId)
                    .params(parameters(draft))
                    .param("revision", revision)
                    .param("now", Timestamp.from(now))
                    .update();
            return watch;
        });
    }

    @Override
    public Optional<Watch> find(String subscriberId, WatchId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM watch"
                        + " WHERE watch_id = :id AND subscriber_id = :subscriber AND deleted_at IS NULL")
                .param("id", id.value())
                .param("subscriber", subscriberId)
                .query(PostgresWatches::watch)
                .optional();
    }

    @Override
    public List<Watch> list(String subscriberId, @Nullable WatchId after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM watch WHERE subscriber_id = :subscriber AND watch_id > :after"
                        + " AND deleted_at IS NULL ORDER BY watch_id LIMIT :limit")
                .param("subscriber", subscriberId)
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query(PostgresWatches::watch)
                .list();
    }

    @Override
    public WatchChange change(String subscriberId, WatchId id, WatchDraft draft, @Nullable Long expected) {
        return update(subscriberId, id, expected, (old, revision) -> {
            jdbc.sql("UPDATE watch SET name = :name, query = :query, grammar = :grammar, endpoint_ids = :endpoints,"
                            + " alert_on_backfill = :backfill, paused = :paused, disabled_reason = '',"
                            + " revision = :revision, changed_at = :now WHERE watch_id = :id")
                    .params(parameters(draft))
                    .param("revision", revision)
                    .param("now", Timestamp.from(now()))
                    .param("id", old.id().value())
                    .update();
        });
    }

    @Override
    public WatchChange remove(String subscriberId, WatchId id, @Nullable Long expected) {
        return update(subscriberId, id, expected, (old, revision) -> {
            jdbc.sql("UPDATE watch SET deleted_at = :now, changed_at = :now, revision = :revision WHERE watch_id = :id")
                    .param("revision", revision)
                    .param("now", Timestamp.from(now()))
                    .param("id", old.id().value())
                    .update();
        });
    }

    @Override
    public void disable(WatchId id, long revision, String reason) {
        inTransaction(next -> jdbc.sql("UPDATE watch SET disabled_reason = :reason, changed_at = :now, revision = :next"
                        + " WHERE watch_id = :id AND revision = :revision AND deleted_at IS NULL")
                .param("reason", reason)
                .param("now", Timestamp.from(now()))
                .param("next", next)
                .param("id", id.value())
                .param("revision", revision)
                .update());
    }

    @Override
    public List<Watch> changedSince(long revision, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM watch WHERE revision > :revision ORDER BY revision LIMIT :limit")
                .param("revision", revision)
                .param("limit", limit)
                .query(PostgresWatches::watch)
                .list();
    }

    @Override
    public Map<WatchId, Watch> locked(Collection<WatchId> ids) {
        // In the order of ids, so that two callers never wait for each other.
        return jdbc
                .sql("SELECT " + COLUMNS
                        + " FROM watch WHERE watch_id = ANY (:ids) ORDER BY watch_id FOR NO KEY UPDATE")
                .param("ids", ids.stream().map(WatchId::value).toArray(String[]::new))
                .query(PostgresWatches::watch)
                .stream()
                .collect(Collectors.toMap(Watch::id, Function.identity()));
    }

    @Override
    public int purge(Instant deletedBefore) {
        return jdbc.sql("DELETE FROM watch WHERE deleted_at < :before")
                .param("before", Timestamp.from(deletedBefore))
                .update();
    }

    private interface Update {
        void apply(Watch old, long revision);
    }

    private WatchChange update(String subscriberId, WatchId id, @Nullable Long expected, Update update) {
        return inTransaction(revision -> {
            var old = find(subscriberId, id);
            if (old.isEmpty()) {
                return new WatchChange.Missing();
            }
            if (expected != null && old.get().revision() != expected) {
                return new WatchChange.Stale(old.get().revision());
            }
            update.apply(old.get(), revision);
            return new WatchChange.Changed(reread(id));
        });
    }

    private Watch reread(WatchId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM watch WHERE watch_id = :id")
                .param("id", id.value())
                .query(PostgresWatches::watch)
                .single();
    }

    /** Takes the clock first: its row lock lets writers through one by one, until commit. */
    private <T> T inTransaction(Function<Long, T> work) {
        return transactions.execute(
                _ -> work.apply(jdbc.sql("UPDATE watch_clock SET revision = revision + 1 RETURNING revision")
                        .query(Long.class)
                        .single()));
    }

    private static Map<String, ?> parameters(WatchDraft draft) {
        return Map.of(
                "name", draft.name(),
                "query", draft.query(),
                "grammar", Query.GRAMMAR,
                "endpoints", draft.endpoints().stream().map(EndpointId::value).toArray(String[]::new),
                "backfill", draft.options().alertOnBackfill(),
                "paused", draft.options().paused());
    }

    private static Watch watch(ResultSet row, int number) throws SQLException {
        var options = new WatchOptions(row.getBoolean("alert_on_backfill"), row.getBoolean("paused"));
        var draft = new WatchDraft(
                row.getString("name"), row.getString("query"), endpoints(row.getArray("endpoint_ids")), options);
        var deleted = row.getTimestamp("deleted_at") != null;
        return new Watch(
                new WatchId(row.getString("watch_id")),
                row.getString("subscriber_id"),
                draft,
                row.getInt("grammar"),
                state(draft, row.getString("disabled_reason"), deleted),
                row.getLong("revision"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static List<EndpointId> endpoints(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(EndpointId::new).toList();
    }

    private static WatchState state(WatchDraft draft, String disabledReason, boolean deleted) {
        if (deleted) {
            return new WatchState.Deleted();
        }
        if (!disabledReason.isEmpty()) {
            return new WatchState.Disabled(disabledReason);
        }
        return draft.options().paused() ? new WatchState.Paused() : new WatchState.Active();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
