package io.copytaster.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresWatchesTest {

    private static final String SCHEMA = "alert_watches_test";
    private static JdbcClient jdbc;
    private static TransactionTemplate transactions;
    private static Watches watches;

    @BeforeAll
    static void migrate() {
        var database = new DriverManagerDataSource(
                LocalServers.shared().jdbcUrl() + "?currentSchema=" + SCHEMA, PostgresServer.USER, "");
        Flyway.configure().dataSource(database).schemas(SCHEMA).load().migrate();
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        watches = new PostgresWatches(jdbc, transactions, new SecureRandom(), Clock.systemUTC());
    }

    @Test
    void another_subscriber_sees_and_changes_nothing() {
        // Given
        var watch = watches.add("anna", draft("swift"));
        // When, Then
        assertThat(watches.find("bert", watch.id())).isEmpty();
        assertThat(watches.list("bert", null, 10)).isEmpty();
        assertThat(watches.change("bert", watch.id(), draft("gas"), null)).isInstanceOf(WatchChange.Missing.class);
        assertThat(watches.remove("bert", watch.id(), null)).isInstanceOf(WatchChange.Missing.class);
        assertThat(watches.find("anna", watch.id())).contains(watch);
    }

    @Test
    void a_change_needs_the_revision_that_it_was_made_from() {
        // Given
        var first = watches.add("carla", draft("swift"));
        var second = changed(watches.change("carla", first.id(), draft("gas"), first.revision()));
        // When
        var stale = watches.change("carla", first.id(), draft("oil"), first.revision());
        // Then
        assertThat(stale).isEqualTo(new WatchChange.Stale(second.revision()));
        assertThat(watches.find("carla", first.id())).contains(second);
    }

    @Test
    void a_deleted_watch_stays_as_a_tombstone_for_matchers_only() {
        // Given
        var watch = watches.add("dora", draft("swift"));
        // When
        var gone = changed(watches.remove("dora", watch.id(), null));
        // Then
        assertThat(watches.find("dora", watch.id())).isEmpty();
        assertThat(watches.changedSince(watch.revision(), 1000))
                .filteredOn(other -> other.id().equals(watch.id()))
                .singleElement()
                .satisfies(tombstone -> {
                    assertThat(tombstone.state()).isEqualTo(new WatchState.Deleted());
                    assertThat(tombstone.revision()).isEqualTo(gone.revision());
                });
    }

    @Test
    void pages_through_every_watch_once() {
        // Given
        var all = new HashSet<WatchId>();
        for (int i = 0; i < 25; i++) {
            all.add(watches.add("emil", draft("swift")).id());
        }
        // When
        var seen = new ArrayList<WatchId>();
        WatchId after = null;
        List<Watch> page;
        do {
            page = watches.list("emil", after, 10);
            page.forEach(watch -> seen.add(watch.id()));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
        // Then
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_reader_that_asks_for_what_is_above_misses_no_watch_while_many_write() throws InterruptedException {
        // Given, When
        var missed = missedByAFollower(() -> watches.add("flo", draft("swift")).id());
        // Then
        assertThat(missed).isEmpty();
    }

    /** Test of the test: numbers from a sequence are taken in one order and committed in another. */
    @Test
    void a_reader_misses_watches_when_revisions_come_from_a_sequence() throws InterruptedException {
        // Given
        jdbc.sql("CREATE SEQUENCE IF NOT EXISTS mutant START 1000000000").update();
        var slow = new AtomicBoolean();
        // When
        var missed = missedByAFollower(() -> transactions.execute(_ -> {
            var watch = WatchId.random(new SecureRandom());
            jdbc.sql("INSERT INTO watch (watch_id, subscriber_id, name, query, grammar, endpoint_ids,"
                            + " alert_on_backfill, paused, revision, created_at, changed_at)"
                            + " VALUES (:id, 'gus', 'n', 'q', 1, '{}', false, false, nextval('mutant'), now(), now())")
                    .param("id", watch.value())
                    .update();
            // Every other writer commits late, as a writer on a busy machine may.
            if (slow.getAndSet(!slow.get())) {
                jdbc.sql("SELECT 1 FROM pg_sleep(0.05)").query().listOfRows();
            }
            return watch;
        }));
        // Then
        assertThat(missed).isNotEmpty();
        jdbc.sql("DELETE FROM watch WHERE subscriber_id = 'gus'").update();
    }

    private interface Writer {
        WatchId write();
    }

    private static Set<WatchId> missedByAFollower(Writer writer) throws InterruptedException {
        var written = Collections.synchronizedSet(new HashSet<WatchId>());
        var seen = new HashSet<WatchId>();
        var done = new CountDownLatch(4);
        long known = watches.changedSince(0, 1_000_000).stream()
                .mapToLong(Watch::revision)
                .max()
                .orElse(0);
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                writers.execute(() -> {
                    for (int i = 0; i < 50; i++) {
                        written.add(writer.write());
                    }
                    done.countDown();
                });
            }
            boolean last = false;
            while (!last) {
                last = done.await(1, TimeUnit.MILLISECONDS);
                for (var watch : watches.changedSince(known, 1000)) {
                    seen.add(watch.id());
                    known = watch.revision();
                }
            }
        }
        written.removeAll(seen);
        return written;
    }

    private static Watch changed(WatchChange change) {
        return ((WatchChange.Changed) change).watch();
    }

    private static WatchDraft draft(String query) {
        return new WatchDraft("test", query, List.of(), WatchOptions.USUAL);
    }
}
