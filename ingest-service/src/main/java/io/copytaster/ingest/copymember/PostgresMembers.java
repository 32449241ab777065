package io.copytaster.ingest.copymember;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.copy.TextSketch;
import io.copytaster.ingest.copygroup.CopyMember;
import io.copytaster.ingest.copygroup.Newcomer;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on the tables {@code copy_member} and {@code copy_member_total}. */
final class PostgresMembers {

    private static final int FETCH = 10_000;

    private final JdbcClient jdbc;

    PostgresMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of those of these articles that were placed before. */
    Map<ArticleId, ArticleId> groups(Collection<ArticleId> articles) {
        var groups = new HashMap<ArticleId, ArticleId>();
        jdbc.sql("select article_id, copy_group_id from copy_member where article_id = any(cast(? as text[]))")
                .param(articles.stream().map(ArticleId::value).toArray(String[]::new))
                .query(row -> {
                    groups.put(new ArticleId(row.getString(1)), new ArticleId(row.getString(2)));
                });
        return groups;
    }

    /** The number of the next member; nobody else adds members until the transaction ends. */
    long nextLocked() {
        return jdbc.sql("select next from copy_member_total for update")
                .query(Long.class)
                .single();
    }

    /** The number of the first member that was placed then or later and is none of those before {@code least}. */
    long first(Instant then, long least, long next) {
        return jdbc.sql("select coalesce(min(number), ?) from copy_member where placed_at >= ? and number >= ?")
                .param(next)
                .param(Timestamp.from(then))
                .param(least)
                .query(Long.class)
                .single();
    }

    /** Adds the members from the window's next one on. */
    void read(MemberWindow window) {
        jdbc.sql("select number, placed_at, keys from copy_member where number >= ? order by number")
                .param(window.next())
                .withFetchSize(FETCH)
                .query(row -> {
                    window.add(row.getLong(1), row.getTimestamp(2).toInstant(), keys(row.getBytes(3)));
                });
    }

    /** The members with these numbers; those with a sketch of another version cannot be compared and are left out. */
    Map<Long, CopyMember<ArticleId>> members(Collection<Long> numbers) {
        var members = new HashMap<Long, CopyMember<ArticleId>>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select * from copy_member where number = any(cast(? as bigint[])) and get_byte(sketch, 0) = ?")
                    .param(numbers.toArray(Long[]::new))
                    .param(TextSketch.VERSION)
                    .query(row -> {
                        members.put(row.getLong("number"), member(row));
                    });
        }
        return members;
    }

    /** @param first the number of the first of them */
    void add(List<CopyMember<ArticleId>> members, long first) {
        jdbc.sql("""
            with moved as (update copy_member_total set next = next + ?)
            insert into copy_member (number, article_id, copy_group_id, publisher, placed_at, keys, sketch)
            select ? + ordinal, a, g, p, t, k, s
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                cast(? as bytea[]), cast(? as bytea[])) with ordinality as m(a, g, p, t, k, s, ordinal)
            """)
                .param(members.size())
                .param(first - 1)
                .param(texts(members, member -> member.article().id().value()))
                .param(texts(members, member -> member.group().value()))
                .param(texts(members, member -> member.article().publisher()))
                .param(texts(members, member -> member.article().at().toString()))
                .param(bytes(members, sketch -> bytes(sketch.keys())))
                .param(bytes(members, TextSketch::toBytes))
                .update();
    }

    int forgetBefore(Instant then, int limit) {
        return jdbc.sql("""
            delete from copy_member where number in
                (select number from copy_member where placed_at < ? order by placed_at limit ?)
            """).param(Timestamp.from(then)).param(limit).update();
    }

    private static CopyMember<ArticleId> member(ResultSet row) throws SQLException {
        var article = new Newcomer<>(
                new ArticleId(row.getString("article_id")),
                row.getString("publisher"),
                row.getTimestamp("placed_at").toInstant(),
                TextSketch.ofBytes(row.getBytes("sketch")));
        return new CopyMember<>(article, new ArticleId(row.getString("copy_group_id")));
    }

    private static Object texts(
            List<CopyMember<ArticleId>> members, Function<CopyMember<ArticleId>, @Nullable String> column) {
        return members.stream().map(column).toArray(String[]::new);
    }

    private static Object bytes(List<CopyMember<ArticleId>> members, Function<TextSketch, byte[]> column) {
        return members.stream()
                .map(member -> column.apply(member.article().sketch()))
                .toArray(byte[][]::new);
    }

    private static byte[] bytes(long[] keys) {
        var buffer = ByteBuffer.allocate(keys.length * Long.BYTES);
        buffer.asLongBuffer().put(keys);
        return buffer.array();
    }

    private static long[] keys(byte[] bytes) {
        var keys = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(keys);
        return keys;
    }
}
