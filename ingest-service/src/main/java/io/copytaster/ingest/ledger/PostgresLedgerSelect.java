package io.copytaster.ingest.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of a question to the ledger. */
record PostgresLedgerSelect(String sql, List<Object> parameters) {

    static PostgresLedgerSelect of(LedgerQuery query) {
        var where = new StringBuilder("select * from ledger where position > ?");
        var parameters = new ArrayList<Object>(List.of(query.cut().after()));
        if (!query.outcomes().isEmpty()) {
            where.append(" and outcome = any(cast(? as text[]))");
            parameters.add(query.outcomes().stream().map(Outcome::word).toArray(String[]::new));
        }
        if (query.articleId() != null) {
            where.append(" and article_id = ?");
            parameters.add(query.articleId());
        }
        if (query.source() != null) {
            where.append(" and source = ?");
            parameters.add(query.source());
        }
        if (query.address() != null) {
            where.append(" and (url = ? or canonical_url = ? or article_id = any(cast(? as text[])))");
            parameters.add(query.address().url());
            parameters.add(query.address().canonical());
            parameters.add(query.address().articles().toArray(String[]::new));
        }
        if (query.period().since() != null) {
            where.append(" and last_seen_at >= ?");
            parameters.add(Timestamp.from(query.period().since()));
        }
        if (query.period().until() != null) {
            where.append(" and last_seen_at < ?");
            parameters.add(Timestamp.from(query.period().until()));
        }
        parameters.add(query.cut().limit());
        return new PostgresLedgerSelect(
                where.append(" order by position limit ?").toString(), parameters);
    }

    List<LedgerRow> read(JdbcClient jdbc) {
        return jdbc.sql(sql).params(parameters).query(PostgresLedgerSelect::row).list();
    }

    private static LedgerRow row(ResultSet row, int number) throws SQLException {
        return new LedgerRow(
                row.getLong("position"),
                row.getString("source"),
                row.getString("item"),
                Outcome.ofWord(row.getString("outcome")).orElseThrow(),
                row.getString("reason"),
                row.getString("article_id"),
                row.getString("revision_id").isEmpty() ? null : row.getString("revision_id"),
                row.getObject("revision", Integer.class),
                row.getString("url"),
                row.getLong("sightings"),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getString("stream"),
                row.getObject("stream_partition", Integer.class),
                row.getObject("stream_offset", Long.class));
    }
}
