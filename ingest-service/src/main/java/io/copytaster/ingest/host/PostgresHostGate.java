package io.copytaster.ingest.host;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns in the tables {@code web_host} and {@code host_turn}, by the clock of the database, which is one for all instances. A host's row is
 * locked while a turn is given, for less than a millisecond.
 */
@Component
@EnableConfigurationProperties(HostSettings.class)
final class PostgresHostGate implements HostGate {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final HostSettings settings;

    PostgresHostGate(JdbcClient jdbc, TransactionTemplate transactions, HostSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What a host says to one who asks for a turn. */
    private sealed interface Said {
        record Enter(UUID turn) implements Said {}

        record Wait(Duration atLeast) implements Said {}
    }

    @Override
    public Optional<HostPass> enter(String host, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            switch (Objects.requireNonNull(transactions.execute(_ -> ask(host)))) {
                case Said.Enter(var turn) -> {
                    return Optional.of(() -> leave(turn));
                }
                case Said.Wait(var atLeast) -> {
                    if (System.nanoTime() + atLeast.toNanos() > deadline || !waited(atLeast)) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    @Override
    public int forgetIdle() {
        jdbc.sql("delete from host_turn where ends_at < clock_timestamp()").update();
        return jdbc.sql("delete from web_host where next_at < clock_timestamp() - interval '1 day'")
                .update();
    }

    private Said ask(String host) {
        jdbc.sql("insert into web_host (host, next_at) values (?, clock_timestamp()) on conflict do nothing")
                .param(host)
                .update();
        long micros = jdbc.sql("""
            select cast(extract(epoch from next_at - clock_timestamp()) * 1000000 as bigint) from web_host
            where host = ? for update
            """).param(host).query(Long.class).single();
        if (micros > 0) {
            return new Said.Wait(Duration.ofNanos(Math.max(SHORTEST_WAIT.toNanos(), micros * 1000)));
        }
        int running = jdbc.sql("select count(*) from host_turn where host = ? and ends_at > clock_timestamp()")
                .param(host)
                .query(Integer.class)
                .single();
        return running < settings.requests() ? let(host) : new Said.Wait(LONGEST_WAIT);
    }

    private Said let(String host) {
        var turn = UUID.randomUUID();
        jdbc.sql("""
            with opened as (
                insert into host_turn (turn, host, ends_at)
                values (?, ?, clock_timestamp() + ? * interval '1 millisecond'))
            update web_host set next_at = clock_timestamp() + ? * interval '1 millisecond' where host = ?
            """)
                .param(turn)
                .param(host)
                .param(settings.longest().toMillis())
                .param(settings.spacing().toMillis())
                .param(host)
                .update();
        return new Said.Enter(turn);
    }

    private void leave(UUID turn) {
        jdbc.sql("delete from host_turn where turn = ?").param(turn).update();
    }

    /** The thread is a virtual one; another instance may end its turn, so there is nothing to be woken by. */
    private static boolean waited(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
