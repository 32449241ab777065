package io.copytaster.ingest.receipt;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
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
    public Optional<KeptReceipt> find(IdempotencyKey key) {
        return jdbc.sql("select * from receipt where caller = ? and idempotency_key = ?")
                .param(key.caller())
                .param(key.value())
                .query(PostgresReceipts::row)
                .optional();
    }

    @Override
    public void keep(KeptReceipt kept, Instant at) {
        var receipt = kept.receipt();
        jdbc.sql("""
            insert into receipt (caller, idempotency_key, request_digest, article_id, revision, outcome,
                revision_id, copy_group_id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
                .param(kept.key().caller())
                .param(kept.key().value())
                .param(kept.key().requestDigest())
                .param(receipt.articleId().value())
                .param(receipt.revision())
                .param(receipt.outcome().name())
                .param(receipt.revisionId().value())
                .param(receipt.copyGroupId().value())
                .param(Timestamp.from(at))
                .update();
    }

    @Override
    public int forgetKeptBefore(Instant then, int limit) {
        return jdbc.sql("""
            delete from receipt where (caller, idempotency_key) in
                (select caller, idempotency_key from receipt where created_at < ? order by created_at limit ?)
            """).param(Timestamp.from(then)).param(limit).update();
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
