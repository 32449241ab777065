package io.copytaster.ingest.seen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction per decision; names are PostgreSQL's advisory locks, taken in one order so that none can deadlock. */
@Component
final class PostgresDecisions implements Decisions {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresDecisions(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public <T> T together(Supplier<T> work) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> work.get()));
        } catch (DataAccessException | TransactionException e) {
            throw new DatabaseAwayException(e);
        }
    }

    @Override
    public void take(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        var keys =
                names.stream().map(PostgresDecisions::key).distinct().sorted().toArray(Long[]::new);
        jdbc.sql("select count(pg_advisory_xact_lock(k)) from unnest(cast(? as bigint[])) as t(k)")
                .param(keys)
                .query(Long.class)
                .single();
    }

    /** 64 bits of a hash under our own tag: others use the same space of numbers. */
    private static Long key(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(("copytaster-ingest " + name).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
