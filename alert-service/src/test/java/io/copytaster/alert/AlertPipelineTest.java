package io.copytaster.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Evidence;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.raised.Alerts;
import io.copytaster.alert.raised.PostgresAlerts;
import io.copytaster.alert.watch.PostgresWatches;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchDraft;
import io.copytaster.alert.watch.WatchOptions;
import io.copytaster.alert.watch.Watches;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.MatchId;
import io.copytaster.identity.RevisionId;
import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class AlertPipelineTest {

    private static final String SCHEMA = "alert_pipeline_test";
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final DriverManagerDataSource database = new DriverManagerDataSource(
            LocalServers.shared().jdbcUrl() + "?currentSchema=" + SCHEMA, PostgresServer.USER, "");
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Watches watches =
            new PostgresWatches(JdbcClient.create(database), transactions, new SecureRandom(), Clock.systemUTC());
    private final Alerts alerts = new PostgresAlerts(new JdbcTemplate(database), transactions, Clock.systemUTC());
    private final RecordedDeliveries deliveries = new RecordedDeliveries();
    private final AlertPipeline pipeline = new AlertPipeline(watches, alerts, deliveries, Clock.systemUTC());

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(database).schemas(SCHEMA).load().migrate();
        JdbcClient.create(database).sql("TRUNCATE watch, match, alert").update();
    }

    @Test
    void raises_one_alert_for_all_copies_of_a_text_and_folds_the_others() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        var original = article("https://a.example/1", "eins");
        var copy = copyOf(original, article("https://b.example/2", "eins "));
        var revision = article("https://a.example/1", "zwei");
        // When
        raise(match(watch, original), match(watch, copy), match(watch, revision));
        // Then
        assertThat(deliveries.opened()).hasSize(1);
        assertThat(alerts.counts()).isEqualTo(Map.of("alerting", 1L, "folded", 2L, "unpublished", 1L));
        assertThat(alerts.list("default", 0, 10)).singleElement().satisfies(listed -> {
            assertThat(listed.folded()).isEqualTo(2);
            assertThat(listed.alert().article()).isEqualTo(original);
            assertThat(listed.alert()).isEqualTo(deliveries.opened().getFirst());
        });
    }

    @Test
    void changes_nothing_when_a_batch_comes_again() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        var first = match(watch, article("https://a.example/1", "eins"));
        var second = match(watch, article("https://a.example/1", "zwei"));
        raise(first, second);
        var before = alerts.list("default", 0, 10);
        // When
        raise(first, second, second);
        // Then
        assertThat(alerts.list("default", 0, 10)).isEqualTo(before);
        assertThat(deliveries.opened()).hasSize(1);
        assertThat(alerts.counts()).isEqualTo(Map.of("alerting", 1L, "folded", 1L, "unpublished", 1L));
    }

    @Test
    void withholds_with_a_reason_what_nobody_is_told() {
        // Given
        var backfill = history(article("https://a.example/1", "eins"));
        var usual = watch(WatchOptions.USUAL);
        var asking = watch(new WatchOptions(true, false));
        var paused = watch(new WatchOptions(true, true));
        var deleted = watch(WatchOptions.USUAL);
        watches.remove("default", deleted.id(), null);
        // When
        raise(match(usual, backfill), match(asking, backfill), match(paused, backfill), match(deleted, backfill));
        // Then
        assertThat(deliveries.opened())
                .singleElement()
                .satisfies(alert -> assertThat(alert.watch()).isEqualTo(asking.id()));
        var reasons = JdbcClient.create(database)
                .sql("SELECT reason FROM match WHERE outcome = 'withheld' ORDER BY reason")
                .query(String.class)
                .list();
        assertThat(reasons).containsExactly("backfill", "watch_deleted", "watch_paused");
    }

    @Test
    void an_edited_watch_does_not_tell_twice_of_one_article() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        raise(match(watch, article("https://a.example/1", "eins")));
        watches.change("default", watch.id(), new WatchDraft("new name", "gas", List.of(), WatchOptions.USUAL), null);
        var edited = watches.find("default", watch.id()).orElseThrow();
        // When
        raise(match(edited, article("https://a.example/1", "zwei")));
        // Then
        assertThat(alerts.list("default", 0, 10)).hasSize(1);
    }

    @Test
    void another_subscriber_sees_no_alert() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        raise(match(watch, article("https://a.example/1", "eins")));
        var id = alerts.list("default", 0, 10).getFirst().alert().id();
        // When, Then
        assertThat(alerts.list("other", 0, 10)).isEmpty();
        assertThat(alerts.find("other", id)).isEmpty();
        assertThat(alerts.find("default", id)).isPresent();
    }

    @Test
    void marks_an_alert_as_published_only_when_it_was_published() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        raise(
                match(watch, article("https://a.example/1", "eins")),
                match(watch, article("https://a.example/2", "zwei")));
        assertThatThrownBy(() -> alerts.publish(10, _ -> {
                    throw new IllegalStateException("the broker is away");
                }))
                .hasMessage("the broker is away");
        var published = new ArrayList<Alerts.Listed>();
        // When
        int count = alerts.publish(10, published::addAll);
        // Then
        assertThat(count).isEqualTo(2);
        assertThat(published).extracting(Alerts.Listed::position).isSorted();
        assertThat(alerts.publish(10, _ -> {})).isZero();
        assertThat(alerts.counts()).containsEntry("published", 2L).doesNotContainKey("unpublished");
    }

    @Test
    void forgets_what_is_old_but_no_alert_that_is_not_published() {
        // Given
        var watch = watch(WatchOptions.USUAL);
        raise(match(watch, article("https://a.example/1", "eins")));
        alerts.publish(10, _ -> {});
        raise(match(watch, article("https://a.example/2", "zwei")));
        watches.remove("default", watch.id(), null);
        var settings = new RetentionSettings(Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(1));
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        // When
        new RetentionPoller(watches, alerts, settings, later).purge();
        // Then
        assertThat(alerts.counts()).isEqualTo(Map.of("unpublished", 1L));
        assertThat(watches.locked(List.of(watch.id()))).isEmpty();
    }

    private void raise(Match... matches) {
        transactions.executeWithoutResult(_ -> pipeline.raise(List.of(matches)));
    }

    private Watch watch(WatchOptions options) {
        return watches.add("default", new WatchDraft("test", "eins", List.of(), options));
    }

    private static Match match(Watch watch, ArticleDigest article) {
        var evidence = new Evidence(Evidence.TextField.BODY, 0, 4, "eins", "", "", "", "", "");
        return new Match(
                MatchId.of(watch.id().value(), new RevisionId(article.revisionId())),
                watch.id(),
                watch.revision(),
                watch.subscriberId(),
                article,
                List.of(new Reason(watch.id(), "eins", "eins", null, List.of(evidence))),
                0,
                AT);
    }

    private static ArticleDigest article(String url, String body) {
        var id = ArticleId.ofUrl(url);
        var revision = RevisionId.of(id, null, ContentHash.of("", body));
        return digest(id.value(), revision.value(), id.value(), ArticleDigest.Origin.LIVE);
    }

    private static ArticleDigest copyOf(ArticleDigest original, ArticleDigest copy) {
        return digest(copy.articleId(), copy.revisionId(), original.articleId(), copy.origin());
    }

    private static ArticleDigest history(ArticleDigest article) {
        return digest(article.articleId(), article.revisionId(), article.copyGroupId(), ArticleDigest.Origin.BACKFILL);
    }

    private static ArticleDigest digest(String article, String revision, String group, ArticleDigest.Origin origin) {
        return new ArticleDigest(
                article,
                revision,
                null,
                1,
                ArticleDigest.Change.NEW,
                origin,
                group,
                null,
                "Headline",
                "fr",
                null,
                null,
                null,
                null,
                AT,
                AT,
                List.of("wd:Q1"),
                List.of(),
                "1",
                "1");
    }
}
