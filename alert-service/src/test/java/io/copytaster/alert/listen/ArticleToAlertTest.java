package io.copytaster.alert.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.alert.raised.Alerts;
import io.copytaster.event.AlertRaised;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.Origin;
import io.copytaster.event.TextField;
import io.copytaster.identity.AlertId;
import io.copytaster.stream.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the enriched article to the alert on its stream, with a real broker, registry and database. */
class ArticleToAlertTest {

    private static RunningAlertService service;

    @BeforeAll
    static void start() {
        service = RunningAlertService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void raises_one_alert_that_says_why() {
        // Given
        var watch = service.watch("entity:wd:Q205012 AND topic:sanctions>=0.7 AND banque");
        var article = SampleEnriched.tagged(
                SampleEnriched.article("🙂 La banque Сбербанк sous sanctions."), "wd:Q205012", "sanctions", "Сбербанк");
        // When
        service.enriched(article);
        // Then
        var alert = onlyAlertOf(watch);
        assertThat(alert.getAlertId())
                .isEqualTo(AlertId.of(watch, article.getArticle().getCopyGroupId(), "NEW_STORY", "")
                        .value());
        assertThat(alert.getReasons())
                .extracting(reason -> reason.getClause() + " " + reason.getLabel() + " " + reason.getConfidence())
                .containsExactly(
                        "entity:wd:Q205012 Сбербанк 0.95", "topic:sanctions>=0.7 sanctions 0.8", "banque banque null");
        assertThat(alert.getReasons())
                .allSatisfy(reason -> assertThat(reason.getEvidence()).allSatisfy(evidence -> {
                    var text = evidence.getField() == TextField.BODY
                            ? article.getArticle().getBody()
                            : article.getArticle().getHeadline();
                    var points = text.codePoints().toArray();
                    assertThat(new String(points, evidence.getStart(), evidence.getEnd() - evidence.getStart()))
                            .isEqualTo(evidence.getExact());
                }));
        assertThat(service.matchesOf(watch)).hasSize(1);
    }

    @Test
    void folds_a_revision_that_matches_again_into_its_alert() {
        // Given
        var watch = service.watch("foldedrevision");
        var first = SampleEnriched.article("foldedrevision eins");
        service.enriched(first);
        onlyAlertOf(watch);
        // When
        service.enriched(SampleEnriched.revision(first, "foldedrevision zwei"));
        // Then
        await().until(() -> service.matchesOf(watch).size() == 2);
        settled();
        assertThat(service.alertsOf(watch)).hasSize(1);
        assertThat(alertOf(watch).get("folded").asInt()).isEqualTo(1);
    }

    @Test
    void raises_no_alert_for_history_unless_the_watch_asks_for_it() {
        // Given
        var usual = service.watch("historyword");
        var asking = service.watch("historyword", "{\"alertOnBackfill\":true}");
        // When
        service.enriched(SampleEnriched.backfill(SampleEnriched.article("historyword im Archiv")));
        // Then
        assertThat(onlyAlertOf(asking).getArticle().getOrigin()).isEqualTo(Origin.BACKFILL);
        settled();
        assertThat(service.matchesOf(usual)).hasSize(1);
        assertThat(service.alertsOf(usual)).isEmpty();
    }

    @Test
    void matches_nothing_that_is_withdrawn_or_superseded() {
        // Given
        var watch = service.watch("goneword");
        var article = SampleEnriched.article("goneword");
        var late = service.record(SampleEnriched.article("goneword, zu spät"));
        late.headers().add("superseded-by", "r_x".getBytes(StandardCharsets.UTF_8));
        // When
        service.enriched(SampleEnriched.withdrawal(article));
        service.publish(late);
        // Then
        settled();
        assertThat(service.matchesOf(watch)).isEmpty();
    }

    @Test
    void sets_poison_aside_once_and_goes_on() {
        // Given
        var watch = service.watch("afterpoison");
        var poison = new ProducerRecord<>(
                Streams.ARTICLE_ENRICHED.name(), 0, "k".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        var next = new ProducerRecord<>(
                Streams.ARTICLE_ENRICHED.name(),
                0,
                "k".getBytes(StandardCharsets.UTF_8),
                service.record(SampleEnriched.article("afterpoison")).value());
        // When
        service.publish(poison);
        service.publish(next);
        // Then
        onlyAlertOf(watch);
        assertThat(service.deadLetters(Streams.ARTICLE_ENRICHED))
                .filteredOn(record -> record.value() != null && record.value().length == 3)
                .singleElement()
                .satisfies(record ->
                        assertThat(record.headers().lastHeader("dlt-reason")).isNotNull());
    }

    @Test
    void is_quick_when_idle() {
        // Given
        var watch = service.watch("quickword");
        var warm = service.watch("warmword");
        service.enriched(SampleEnriched.article("warmword"));
        onlyAlertOf(warm);
        // When
        service.enriched(SampleEnriched.article("quickword"));
        // Then
        onlyAlertOf(watch);
        var match = service.matchesOf(watch).getFirst();
        assertThat(Duration.between(match.getMatchedAt(), onlyAlertOf(watch).getRaisedAt()))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_watch_acknowledged_before_an_article_is_posted_matches_and_a_deleted_one_never_fires() {
        for (int i = 0; i < 40; i++) {
            // Given
            var word = "promise" + i + "x";
            var deleted = service.watch(word);
            service.send("DELETE", "/api/v1/watches/" + deleted, "");
            var watch = service.watch(word);
            // When
            service.enriched(SampleEnriched.article(word));
            // Then
            assertThat(onlyAlertOf(watch).getWatchId()).isEqualTo(watch);
            assertThat(service.matchesOf(deleted)).isEmpty();
        }
    }

    private static AlertRaised onlyAlertOf(String watch) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !service.alertsOf(watch).isEmpty());
        return assertThat(service.alertsOf(watch)).singleElement().actual();
    }

    private static JsonNode alertOf(String watch) {
        var page = service.json(service.send("GET", "/api/v1/alerts?limit=1000", ""));
        return page.get("items")
                .valueStream()
                .filter(alert -> alert.get("watchId").asString().equals(watch))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEveryMatchDecided() {
        var counts = service.bean(Alerts.class).counts();
        long decided = Stream.of("alerting", "folded", "withheld")
                .mapToLong(outcome -> counts.getOrDefault(outcome, 0L))
                .sum();
        return decided == service.committed(Streams.WATCH_MATCHED).size() && !counts.containsKey("unpublished");
    }

    /** Everything that was sent before is decided: one article for a fresh watch on every partition has its alert. */
    private static void settled() {
        var words = List.of("settled", "resettled", "unsettled", "settler", "settlement");
        var mark = "mark" + System.nanoTime();
        var watch = service.watch(mark);
        for (int partition = 0; partition < 4; partition++) {
            ArticleEnriched article = SampleEnriched.article(mark + " " + words.get(partition));
            service.publish(new ProducerRecord<>(
                    Streams.ARTICLE_ENRICHED.name(),
                    partition,
                    "k".getBytes(StandardCharsets.UTF_8),
                    service.record(article).value()));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.alertsOf(watch).size() == 4);
        await().atMost(Duration.ofSeconds(60)).until(ArticleToAlertTest::isEveryMatchDecided);
    }
}
