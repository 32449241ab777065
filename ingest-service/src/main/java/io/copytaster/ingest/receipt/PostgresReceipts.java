package io.copytaster.ingest.receipt;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kept receipts in the table {@code receipt}. */
@Component
final class PostgresReceipts implements Receipts {

    private final JdbcClient jdbc;

    PostgresReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, KeptReceipt> find(Collection<IdempotencyKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                    select * from receipt where (caller, idempotency_key) in
                        (select * from unnest(cast(? as text[]), cast(? as text[])))
                    """)
                .param(texts(keys, IdempotencyKey::caller))
                .param(texts(keys, IdempotencyKey::value))
                .query(PostgresReceipts::row)
                .list()
                .stream()
                .collect(Collectors.toMap(kept -> kept.key().lockName(), kept -> kept));
    }

    @Override
    public void keep(List<KeptReceipt> receipts, Instant at) {
        if (receipts.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into receipt (caller, idempotency_key, request_digest, article_id, revision, outcome,
                revision_id, copy_group_id, created_at)
            select *, cast(? as timestamptz) from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as int[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
            on conflict do nothing
            """)
                .param(Timestamp.from(at))
                .param(texts(receipts, kept -> kept.key().caller()))
                .param(texts(receipts, kept -> kept.key().value()))
                .param(texts(receipts, kept -> kept.key().requestDigest()))
                .param(texts(receipts, kept -> kept.receipt().articleId().value()))
                .param(receipts.stream().map(kept -> kept.receipt().revision()).toArray(Integer[]::new))
                .param(texts(receipts, kept -> kept.receipt().outcome().name()))
                .param(texts(receipts, kept -> kept.receipt().revisionId().value()))
                .param(texts(receipts, kept -> kept.receipt().copyGroupId().value()))
                .update();
    }

    @Override
    public int forgetKeptBefore(Instant then, int limit) {
        return jdbc.sql("""
            delete from receipt where (caller, idempotency_key) in
                (select caller, idempotency_key from receipt where created_at < ? order by created_at limit ?)
            """).param(Timestamp.from(then)).param(limit).update();
    }

    private static <T> Object texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static KeptReceipt row(ResultSet row, int number) throws SQLException {
        var key = new IdempotencyKey(
                row.getString("caller"), row.getString("idempotency_key"), row.getString("request_digest"));
        return new KeptReceipt(
                key,
                new Receipt(
                        new ArticleId(row.getString("article_id")),
                        row.getInt("revision"),
                        Receipt.Taken.valueOf(row.getString("outcome")),
                        new RevisionId(row.getString("revision_id")),
                        new ArticleId(row.getString("copy_group_id"))));
    }
}
