package io.copytaster.alert.raised;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.identity.AlertId;
import io.copytaster.identity.MatchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Matches and alerts in PostgreSQL. */
public final class PostgresAlerts implements Alerts {

    private static final String ALERT = "SELECT alert_id, subscriber_id, watch_id, watch_name, watch_revision, kind,"
        + " trigger, story_or_article_id, article, reasons, reasons_omitted, folded, position, raised_at FROM alert ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public PostgresAlerts(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Set<MatchId> decided(Collection<MatchId> matches) {
        return jdbc.sql("SELECT match_id FROM match WHERE match_id = ANY (:ids)")
                .param("ids", matches.stream().map(MatchId::value).toArray(String[]::new))
                .query((row, _) -> new MatchId(row.getString(1)))
                .set();
    }

    @Override
    public Set<AlertId> raised(Collection<AlertId> alerts) {
        return jdbc.sql("SELECT alert_id FROM alert WHERE alert_id = ANY (:ids)")
                .param("ids", alerts.stream().map(AlertId::value).toArray(String[]::new))
                .query((row, _) -> new AlertId(row.getString(1)))
                .set();
    }

    @Override
    public void raise(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        // The clock's row is held until commit, so that positions become visible in their own order.
        long last = jdbc.sql("UPDATE alert_clock SET position = position + :count RETURNING position")
                .param("count", alerts.size())
                .query(Long.class)
                .single();
        long[] position = {last - alerts.size()};
        batches.batchUpdate(
                "INSERT INTO alert (alert_id, subscriber_id, watch_id, watch_name, watch_revision, kind, trigger,"
                        + " story_or_article_id, article, reasons, reasons_omitted, position, raised_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (alert_id) DO NOTHING",
                alerts.stream().map(alert -> row(alert, ++position[0])).toList());
    }

    private static Object[] row(Alert alert, long position) {
        return new Object[] {
            alert.id().value(),
            alert.subscriberId(),
            alert.watch().value(),
            alert.watchName(),
            alert.watchRevision(),
            alert.kind().name(),
            alert.trigger(),
            alert.storyOrArticleId(),
            JSON.writeValueAsString(alert.article()),
            JSON.writeValueAsString(alert.reasons()),
            alert.reasonsOmitted(),
            position,
            Timestamp.from(alert.raisedAt())
        };
    }

    @Override
    public void decide(List<Decision> decisions) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "INSERT INTO match (match_id, subscriber_id, watch_id, watch_revision, article_id, revision_id,"
                        + " outcome, reason, alert_id, matched_at, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (match_id) DO NOTHING",
                decisions.stream().map(decision -> row(decision, now)).toList());
        var folded = decisions.stream()
                .filter(Decision.Folded.class::isInstance)
                .map(Decision.Folded.class::cast)
                .collect(Collectors.groupingBy(Decision.Folded::alert, Collectors.counting()));
        batches.batchUpdate(
                "UPDATE alert SET folded = folded + ? WHERE alert_id = ?",
                folded.entrySet().stream()
                        .map(entry ->
                                new Object[] {entry.getValue(), entry.getKey().value()})
                        .toList());
    }

    private static @Nullable Object[] row(Decision decision, Timestamp now) {
        var match = decision.match();
        return switch (decision) {
            case Decision.Alerting(var _, var alert) -> row(match, "alerting", "", alert.value(), now);
            case Decision.Folded(var _, var alert) -> row(match, "folded", "", alert.value(), now);
            case Decision.Withheld(var _, var why) ->
                row(match, "withheld", why.name().toLowerCase(Locale.ROOT), null, now);
        };
    }

    private static @Nullable Object[] row(
            Match match, String outcome, String reason, @Nullable String alert, Timestamp now) {
        return new @Nullable Object[] {
            match.id().value(),
            match.subscriberId(),
            match.watch().value(),
            match.watchRevision(),
            match.article().articleId(),
            match.article().revisionId(),
            outcome,
            reason,
            alert,
            Timestamp.from(match.matchedAt()),
            now
        };
    }

    @Override
    public List<Listed> list(String subscriberId, long after, int limit) {
        return jdbc.sql(ALERT
                        + "WHERE subscriber_id = :subscriber AND position > :after ORDER BY position LIMIT :limit")
                .param("subscriber", subscriberId)
                .param("after", after)
                .param("limit", limit)
                .query(PostgresAlerts::listed)
                .list();
    }

    @Override
    public Optional<Listed> find(String subscriberId, AlertId id) {
        return jdbc.sql(ALERT + "WHERE alert_id = :id AND subscriber_id = :subscriber")
                .param("id", id.value())
                .param("subscriber", subscriberId)
                .query(PostgresAlerts::listed)
                .optional();
    }

    @Override
    public int publish(int limit, Consumer<List<Listed>> publisher) {
        return transactions.execute(_ -> {
            // Another instance waits for these rows and then finds them marked: alerts leave in the order of positions.
            var pending = jdbc.sql(ALERT + "WHERE published_at IS NULL ORDER BY position LIMIT :limit FOR UPDATE")
                    .param("limit", limit)
                    .query(PostgresAlerts::listed)
                    .list();
            if (!pending.isEmpty()) {
                publisher.accept(pending);
                jdbc.sql("UPDATE alert SET published_at = :now WHERE alert_id = ANY (:ids)")
                        .param("now", Timestamp.from(clock.instant()))
                        .param(
                                "ids",
                                pending.stream()
                                        .map(listed -> listed.alert().id().value())
                                        .toArray(String[]::new))
                        .update();
            }
            return pending.size();
        });
    }

    @Override
    public Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("SELECT outcome, count(*) FROM match GROUP BY outcome"
                        + " UNION ALL SELECT CASE WHEN published_at IS NULL THEN 'unpublished' ELSE 'published' END,"
                        + " count(*) FROM alert GROUP BY 1")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    @Override
    public int purge(Instant decidedBefore) {
        var before = Timestamp.from(decidedBefore);
        return jdbc.sql("DELETE FROM match WHERE decided_at < :before")
                        .param("before", before)
                        .update()
                + jdbc.sql("DELETE FROM alert WHERE raised_at < :before AND published_at IS NOT NULL")
                        .param("before", before)
                        .update();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        var alert = new Alert(
                new AlertId(row.getString("alert_id")),
                row.getString("subscriber_id"),
                new WatchId(row.getString("watch_id")),
                row.getString("watch_name"),
                row.getLong("watch_revision"),
                AlertKind.valueOf(row.getString("kind")),
                row.getString("trigger"),
                row.getString("story_or_article_id"),
                JSON.readValue(row.getString("article"), ArticleDigest.class),
                Arrays.asList(JSON.readValue(row.getString("reasons"), Reason[].class)),
                row.getInt("reasons_omitted"),
                row.getTimestamp("raised_at").toInstant());
        return new Listed(alert, row.getLong("position"), row.getInt("folded"));
    }
}
