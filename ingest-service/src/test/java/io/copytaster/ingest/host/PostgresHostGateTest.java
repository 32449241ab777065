package io.copytaster.ingest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.IngestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresHostGateTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final IngestServer service = IngestServer.shared();
    private final JdbcClient jdbc = service.part(JdbcClient.class);

    @Test
    void lets_so_many_in_and_no_more() {
        // Given
        var gate = gate(2, NONE, LONG);
        enter(gate, "limit.example");
        enter(gate, "limit.example");

        // When
        var third = gate.enter("limit.example", NONE);

        // Then
        assertThat(third).isEmpty();
        assertThat(gate.enter("elsewhere.example", NONE)).isPresent();
    }

    @Test
    void who_leaves_makes_room_for_one() {
        // Given
        var gate = gate(1, NONE, LONG);
        var pass = gate.enter("room.example", NONE).orElseThrow();
        pass.close();
        pass.close();

        // When
        var next = gate.enter("room.example", NONE);

        // Then
        assertThat(next).isPresent();
        assertThat(gate.enter("room.example", NONE)).isEmpty();
    }

    @Test
    void two_gates_on_one_database_are_one() {
        // Given
        var one = gate(1, NONE, LONG);
        var other = gate(1, NONE, LONG);
        var pass = one.enter("two.example", NONE).orElseThrow();

        // When
        var refused = other.enter("two.example", NONE);
        pass.close();

        // Then
        assertThat(refused).isEmpty();
        assertThat(other.enter("two.example", NONE)).isPresent();
    }

    @Test
    void keeps_requests_some_time_apart_though_the_first_has_ended() {
        // Given
        var gate = gate(5, LONG, LONG);
        gate.enter("apart.example", NONE).orElseThrow().close();

        // When
        var second = gate.enter("apart.example", Duration.ofSeconds(1));

        // Then
        assertThat(second).isEmpty();
    }

    @Test
    void waits_for_its_turn_within_its_patience() {
        // Given
        var gate = gate(5, Duration.ofMillis(300), LONG);
        enter(gate, "patience.example");
        long start = System.nanoTime();

        // When
        var second = gate.enter("patience.example", LONG);

        // Then
        assertThat(second).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void a_pass_that_is_never_closed_ends_by_itself() {
        // Given
        var gate = gate(1, NONE, Duration.ofSeconds(1));
        enter(gate, "dead.example");

        // When
        var refused = gate.enter("dead.example", NONE);
        var later = gate.enter("dead.example", LONG);

        // Then
        assertThat(refused).isEmpty();
        assertThat(later).isPresent();
    }

    @Test
    void never_lets_too_many_in_whoever_asks() throws InterruptedException {
        // Given
        var gates = List.of(gate(2, NONE, LONG), gate(2, NONE, LONG));
        var inside = new AtomicInteger();
        var crowds = new ConcurrentLinkedQueue<Integer>();

        // When
        try (var threads = Executors.newFixedThreadPool(4)) {
            var visits = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 20; i++) {
                var gate = gates.get(i % 2);
                visits.add(() -> {
                    var pass = gate.enter("crowd.example", LONG).orElseThrow();
                    crowds.add(inside.incrementAndGet());
                    inside.decrementAndGet();
                    pass.close();
                    return true;
                });
            }
            threads.invokeAll(visits);
        }

        // Then
        assertThat(crowds).hasSize(20).allMatch(crowd -> crowd <= 2);
    }

    @Test
    void who_is_interrupted_gets_no_turn_and_stays_interrupted() {
        // Given
        var gate = gate(1, NONE, LONG);
        enter(gate, "interrupted.example");
        Thread.currentThread().interrupt();

        // When
        var turn = gate.enter("interrupted.example", LONG);

        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turn).isEmpty();
    }

    @Test
    void forgets_hosts_that_nobody_asked_for_in_a_day() {
        // Given
        var gate = gate(1, NONE, LONG);
        jdbc.sql("insert into web_host (host, next_at) values ('idle.example', now() - interval '25 hours')")
                .update();
        enter(gate, "young.example");

        // When
        int forgotten = gate.forgetIdle();

        // Then
        assertThat(forgotten).isPositive();
        assertThat(known("idle.example")).isZero();
        assertThat(known("young.example")).isOne();
    }

    private static HostPass enter(HostGate gate, String host) {
        return gate.enter(host, NONE).orElseThrow();
    }

    private int known(String host) {
        return jdbc.sql("select count(*) from web_host where host = ?")
                .param(host)
                .query(Integer.class)
                .single();
    }

    private PostgresHostGate gate(int requests, Duration spacing, Duration longest) {
        return new PostgresHostGate(
                jdbc, service.part(TransactionTemplate.class), new HostSettings(requests, spacing, longest));
    }
}
