package io.copytaster.ingest.ledger;

import io.copytaster.identity.RevisionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger in the tables {@code ledger} and {@code ledger_total}. */
@Component
final class PostgresLedger implements Ledger {

    private final JdbcClient jdbc;

    PostgresLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void enter(List<LedgerEntry> entries) {
        var pending = settlePending(entries);
        write(LedgerLines.entered(entries, pending));
    }

    @Override
    public void repair(List<LedgerEntry> entries) {
        var pending = settlePending(entries);
        write(LedgerLines.repaired(entries, pending));
    }

    @Override
    public List<RevisionId> settled(Collection<RevisionId> revisions) {
        return jdbc.sql("""
            select distinct revision_id from ledger where revision_id = any(cast(? as text[]))
            and outcome in ('published', 'revised', 'withdrawn')
            """)
                .param(revisions.stream().map(RevisionId::value).toArray(String[]::new))
                .query((row, _) -> new RevisionId(row.getString("revision_id")))
                .list();
    }

    @Override
    public List<LedgerRow> read(LedgerQuery query) {
        return PostgresLedgerSelect.of(query).read(jdbc);
    }

    @Override
    public LedgerTotals totals() {
        return jdbc.sql("select * from ledger_total")
                .query((row, _) -> {
                    var byOutcome = new EnumMap<Outcome, Long>(Outcome.class);
                    for (var outcome : Outcome.values()) {
                        byOutcome.put(outcome, row.getLong(outcome.word()));
                    }
                    return new LedgerTotals(row.getLong("taken"), byOutcome);
                })
                .single();
    }

    @Override
    public int giveUpPendingSince(Instant then, String reason) {
        return jdbc.sql("""
            with due as (
                select ctid, sightings from ledger
                where outcome = 'pending' and last_seen_at < ? and not exists (
                    select 1 from ledger other where other.outcome = 'rejected'
                    and (other.source, other.item, other.revision_id)
                        = (ledger.source, ledger.item, ledger.revision_id))
                for update skip locked),
            given as (select count(*) as lines, coalesce(sum(sightings), 0) as sightings from due),
            total as (
                update ledger_total set position = position + given.lines,
                    pending = pending - given.sightings, rejected = rejected + given.sightings
                from given returning position - given.lines as start)
            update ledger set outcome = 'rejected', reason = ?, position = numbered.position
            from (select due.ctid, total.start + row_number() over () as position from due, total) numbered
            where ledger.ctid = numbered.ctid
            """).param(Timestamp.from(then)).param(reason).update();
    }

    @Override
    public int forgetUnchangedSince(Instant then, int limit) {
        return jdbc.sql("""
            delete from ledger where position in
                (select position from ledger where last_seen_at < ? order by last_seen_at limit ?)
            """).param(Timestamp.from(then)).param(limit).update();
    }

    /** Removes the pending lines of revisions that are on the log now; their sightings, by revision. */
    private Map<String, Long> settlePending(List<LedgerEntry> entries) {
        var revisions = entries.stream()
                .filter(LedgerLines::isOnLog)
                .map(entry -> Objects.requireNonNull(entry.revision()).id().value())
                .distinct()
                .toArray(String[]::new);
        var sightings = new HashMap<String, Long>();
        if (revisions.length > 0) {
            jdbc.sql("""
                delete from ledger where revision_id = any(cast(? as text[])) and outcome = 'pending'
                returning revision_id, sightings
                """).param(revisions).query(row -> {
                sightings.merge(row.getString(1), row.getLong(2), Long::sum);
            });
        }
        return sightings;
    }

    private void write(LedgerLines lines) {
        if (lines.rows().isEmpty()) {
            return;
        }
        long last = add(lines);
        insert(lines.rows(), last - lines.rows().size());
    }

    private long add(LedgerLines lines) {
        var columns = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
        var sets = String.join(
                ", ", columns.stream().map(word -> word + " = " + word + " + ?").toList());
        var statement = jdbc.sql("update ledger_total set position = position + ?, taken = taken + ?, " + sets
                        + " returning position")
                .param(lines.rows().size())
                .param(lines.taken());
        for (var outcome : Outcome.values()) {
            statement = statement.param(lines.change(outcome));
        }
        return statement.query(Long.class).single();
    }

    private void insert(List<LedgerLines.Line> rows, long start) {
        jdbc.sql("""
            insert into ledger as known (source, item, revision_id, outcome, position, article_id, revision,
                url, canonical_url, reason, sightings, first_seen_at, last_seen_at, stream, stream_partition, stream_offset)
            select s, i, r, o, ? + number, a, n, u, cu, y, c, at, at, st, sp, so
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as int[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as bigint[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as int[]),
                cast(? as bigint[]))
                with ordinality as t(s, i, r, o, a, n, u, cu, y, c, at, st, sp, so, number)
            on conflict (source, item, revision_id, outcome) do update
                set position = excluded.position, sightings = known.sightings + excluded.sightings,
                    last_seen_at = excluded.last_seen_at, reason = excluded.reason
            """)
                .param(start)
                .param(texts(rows, line -> line.entry().source()))
                .param(texts(rows, line -> line.entry().item()))
                .param(texts(rows, LedgerLines.Line::revisionId))
                .param(texts(rows, line -> line.entry().outcome().word()))
                .param(texts(rows, LedgerLines.Line::articleId))
                .param(rows.stream().map(LedgerLines.Line::revision).toArray(Integer[]::new))
                .param(texts(rows, line -> line.entry().url()))
                .param(texts(rows, line -> line.entry().canonicalUrl().orElse(null)))
                .param(texts(rows, line -> line.entry().reason()))
                .param(rows.stream().map(LedgerLines.Line::sightings).toArray(Long[]::new))
                .param(texts(rows, line -> line.entry().at().toString()))
                .param(texts(rows, LedgerLines.Line::stream))
                .param(rows.stream().map(LedgerLines.Line::partition).toArray(Integer[]::new))
                .param(rows.stream().map(LedgerLines.Line::offset).toArray(Long[]::new))
                .update();
    }

    private static Object texts(List<LedgerLines.Line> rows, Function<LedgerLines.Line, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
