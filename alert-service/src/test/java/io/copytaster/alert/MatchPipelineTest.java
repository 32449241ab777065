package io.copytaster.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.TaggedArticle;
import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.alert.watch.PostgresWatches;
import io.copytaster.alert.watch.WatchDraft;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.alert.watch.WatchState;
import io.copytaster.alert.watch.Watches;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import io.copytaster.text.query.QueryBounds;
import io.copytaster.text.query.QueryParser;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class MatchPipelineTest {

    private static final String SCHEMA = "match_pipeline_test";
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final DriverManagerDataSource database = new DriverManagerDataSource(
            LocalServers.shared().jdbcUrl() + "?currentSchema=" + SCHEMA, PostgresServer.USER, "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Watches watches = new PostgresWatches(
            jdbc,
            new TransactionTemplate(new DataSourceTransactionManager(database)),
            new SecureRandom(),
            Clock.systemUTC());
    private final WatchMatcher matcher = new WatchMatcher(new QueryParser(QueryBounds.USUAL), Clock.systemUTC());
    private final MatchPipeline pipeline = new MatchPipeline(watches, matcher);

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(database).schemas(SCHEMA).load().migrate();
        jdbc.sql("TRUNCATE watch").update();
    }

    @Test
    void the_barrier_knows_every_watch_and_every_deletion_that_was_committed_before_it() {
        // Given
        var old = watches.add("default", draft("swift"));
        pipeline.catchUp();
        var fresh = watches.add("default", draft("swift"));
        watches.remove("default", old.id(), null);
        // When
        pipeline.catchUp();
        // Then
        assertThat(pipeline.match(article("swift"))).extracting(Match::watch).containsExactly(fresh.id());
    }

    /** Test of the test: promise 6 breaks both ways. */
    @Test
    void without_the_barrier_a_fresh_watch_misses_and_a_deleted_one_fires() {
        // Given
        var old = watches.add("default", draft("swift"));
        pipeline.catchUp();
        watches.add("default", draft("swift"));
        watches.remove("default", old.id(), null);
        // When
        var matches = pipeline.match(article("swift"));
        // Then
        assertThat(matches).extracting(Match::watch).containsExactly(old.id());
    }

    @Test
    void takes_over_more_watches_than_it_reads_at_a_time() {
        // Given
        jdbc.sql("INSERT INTO watch (watch_id, subscriber_id, name, query, grammar, endpoint_ids, alert_on_backfill,"
                        + " paused, revision, created_at, changed_at)"
                        + " SELECT 'w_' || translate(lpad(n::text, 26, 'a'), '0189', 'zyxw'), 'default', 'n', 'swift',"
                        + " 1, '{}', false, false, 1000000 + n, now(), now() FROM generate_series(1, 20001) AS n")
                .update();
        // When
        pipeline.catchUp();
        // Then
        assertThat(matcher.size()).isEqualTo(20_001);
        assertThat(pipeline.match(article("swift"))).hasSize(20_001);
    }

    @Test
    void a_watch_whose_stored_query_cannot_be_read_is_disabled_with_the_reason_and_kept() {
        // Given
        var watch = watches.add("default", draft("(("));
        // When
        pipeline.catchUp();
        // Then
        assertThat(watches.find("default", watch.id()))
                .hasValueSatisfying(kept -> assertThat(kept.state())
                        .isInstanceOfSatisfying(
                                WatchState.Disabled.class,
                                disabled -> assertThat(disabled.reason()).contains("character")));
    }

    private static WatchDraft draft(String query) {
        return new WatchDraft("test", query, List.of(), WatchOptions.USUAL);
    }

    private static TaggedArticle article(String body) {
        var id = ArticleId.ofUrl("https://example.org/1");
        var digest = new ArticleDigest(
                id.value(),
                RevisionId.of(id, null, ContentHash.of("", body)).value(),
                null,
                1,
                ArticleDigest.Change.NEW,
                ArticleDigest.Origin.LIVE,
                id.value(),
                null,
                "",
                "en",
                null,
                null,
                null,
                null,
                AT,
                AT,
                List.of(),
                List.of(),
                "1",
                "1");
        return new TaggedArticle(digest, new TaggedArticle.Text("", body, null), List.of(), List.of());
    }
}
