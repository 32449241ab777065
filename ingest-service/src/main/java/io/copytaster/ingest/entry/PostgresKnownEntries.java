package io.copytaster.ingest.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Known entries in the table {@code feed_entry}. */
@Component
final class PostgresKnownEntries implements KnownEntries {

    private final JdbcClient jdbc;

    PostgresKnownEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, KnownEntry> find(String feedId, Collection<String> keys) {
        var found = new HashMap<String, KnownEntry>();
        jdbc.sql("select * from feed_entry where feed_id = ? and entry_key = any(cast(? as text[]))")
                .param(feedId)
                .param(keys.toArray(String[]::new))
                .query((row, _) -> entry(row))
                .list()
                .forEach(entry -> found.put(entry.key(), entry));
        return found;
    }

    @Override
    public Set<String> sharedAddresses(String feedId, Collection<String> addresses, int least) {
        return new HashSet<>(jdbc.sql("""
            select address from feed_entry where feed_id = ? and address = any(cast(? as text[]))
            group by address having count(*) >= ?
            """)
                .param(feedId)
                .param(addresses.toArray(String[]::new))
                .param(least)
                .query(String.class)
                .list());
    }

    @Override
    public void keep(String feedId, List<KnownEntry> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into feed_entry (feed_id, entry_key, address, digest, page_due_at, page_tries, first_seen_at, shown_at)
            select ?, k, a, d, due, tries, seen, seen from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as timestamptz[]), cast(? as int[]), cast(? as timestamptz[])) as t(k, a, d, due, tries, seen)
            on conflict (feed_id, entry_key) do update set address = excluded.address, digest = excluded.digest,
                page_due_at = excluded.page_due_at, page_tries = excluded.page_tries, shown_at = excluded.shown_at
            """)
                .param(feedId)
                .param(texts(entries, KnownEntry::key))
                .param(texts(entries, KnownEntry::address))
                .param(texts(entries, KnownEntry::digest))
                .param(texts(entries, entry -> Objects.toString(entry.pageDueAt(), null)))
                .param(entries.stream().map(KnownEntry::pageTries).toArray(Integer[]::new))
                .param(texts(entries, _ -> at.toString()))
                .update();
    }

    @Override
    public void shown(String feedId, Collection<String> keys, Instant at) {
        jdbc.sql("""
            update feed_entry set shown_at = ? where feed_id = ? and entry_key = any(cast(? as text[]))
            and shown_at < cast(? as timestamptz) - interval '1 day'
            """)
                .param(Timestamp.from(at))
                .param(feedId)
                .param(keys.toArray(String[]::new))
                .param(Timestamp.from(at))
                .update();
    }

    @Override
    public int forgetNotShownSince(Instant then, int limit) {
        return jdbc.sql("""
            delete from feed_entry where (feed_id, entry_key) in
                (select feed_id, entry_key from feed_entry where shown_at < ? order by shown_at limit ?)
            """).param(Timestamp.from(then)).param(limit).update();
    }

    private static KnownEntry entry(ResultSet row) throws SQLException {
        var due = row.getTimestamp("page_due_at");
        return new KnownEntry(
                row.getString("entry_key"),
                row.getString("address"),
                row.getString("digest"),
                due == null ? null : due.toInstant(),
                row.getInt("page_tries"));
    }

    private static Object texts(List<KnownEntry> rows, Function<KnownEntry, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
