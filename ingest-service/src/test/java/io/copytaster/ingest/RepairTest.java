package io.copytaster.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.Origin;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** What a crash between publishing and remembering leaves, and how it is repaired. */
class RepairTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private final IngestServer service = IngestServer.shared();

    @Test
    void a_record_that_nobody_remembered_is_remembered_from_the_log() {
        // Given
        var event = event("https://crash.example/1", "Un titre");

        // When
        publish(event);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes(event.getArticleId())).containsExactly("published"));
        var same = service.post(SampleArticle.at("https://crash.example/1")
                .with("headline", "Un titre")
                .without("body"));
        assertThat(same.text("outcome")).isEqualTo("duplicate");
        assertThat(same.text("revisionId")).isEqualTo(event.getRevisionId());
    }

    @Test
    void two_texts_with_one_number_stay_two_revisions_in_the_order_of_the_log() {
        // Given
        var lost = event("https://crash.example/2", "Un titre");
        var successor = event("https://crash.example/2", "Deux titres");

        // When
        publish(lost, successor);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes(lost.getArticleId())).hasSize(2));
        var again = service.post(SampleArticle.at("https://crash.example/2")
                .with("headline", "Deux titres")
                .without("body"));
        assertThat(again.text("outcome")).isEqualTo("duplicate");
        var back = service.post(SampleArticle.at("https://crash.example/2")
                .with("headline", "Un titre")
                .without("body"));
        assertThat(back.text("outcome")).isEqualTo("revised");
        assertThat(back.text("revisionId")).isNotEqualTo(lost.getRevisionId());
    }

    @Test
    void rows_that_were_deleted_by_hand_come_back_when_the_record_is_read_again() {
        // Given
        var receipt = service.post(SampleArticle.at("https://crash.example/3"));
        var article = receipt.text("articleId");
        var jdbc = service.part(JdbcClient.class);
        for (var table : List.of("article", "article_revision", "ledger")) {
            jdbc.sql("delete from " + table + " where article_id = ?")
                    .param(article)
                    .update();
        }

        // When
        var record = PublishedRecords.raw(article).getFirst();
        send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(outcomes(article)).containsExactly("published"));
        assertThat(service.post(SampleArticle.at("https://crash.example/3")).text("outcome"))
                .isEqualTo("duplicate");
    }

    @Test
    void a_record_that_cannot_be_read_is_quarantined_and_the_next_one_is_read() {
        // Given
        var good = event("https://crash.example/4", "Un titre");
        var key = "a_poison".getBytes(UTF_8);

        // When
        send(new ProducerRecord<>(Streams.ARTICLE_INGESTED.name(), key, new byte[] {1, 2, 3}));
        publish(good);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outcomes(good.getArticleId())).containsExactly("published"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("api/v1/ledger?outcome=quarantined")
                                .body()
                                .path("items")
                                .size())
                        .isPositive());
    }

    @Test
    void what_came_in_is_what_went_out() {
        // Given
        var ledger = service.part(Ledger.class);
        var before = ledger.totals();

        // When
        service.post(SampleArticle.at("https://sums.example/1"));
        service.post(SampleArticle.at("https://sums.example/1"));
        service.post("{".getBytes(UTF_8));

        // Then
        var after = ledger.totals();
        assertThat(after.taken() - before.taken()).isEqualTo(3);
        assertThat(after.unaccounted()).isZero();
    }

    private List<String> outcomes(String articleId) {
        return service.get("api/v1/ledger?articleId=" + articleId)
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("outcome").asString(""))
                .toList();
    }

    private void publish(ArticleIngested... events) {
        var writer = new EventWriter(Wire.serializer(PublishedRecords.config()), URI.create("/test"));
        for (var event : events) {
            send(writer.write(Streams.ARTICLE_INGESTED, event));
        }
    }

    @SuppressWarnings("unchecked")
    private void send(ProducerRecord<byte[], byte[]> record) {
        KafkaTemplate<byte[], byte[]> kafka = service.part(KafkaTemplate.class);
        kafka.send(record).join();
    }

    private static ArticleIngested event(String url, String headline) {
        var article = ArticleId.ofUrl(url);
        var content = ContentHash.of(headline, "");
        return ArticleIngested.newBuilder()
                .setArticleId(article.value())
                .setRevisionId(RevisionId.of(article, null, content).value())
                .setRevision(1)
                .setChange(Change.NEW)
                .setOrigin(Origin.LIVE)
                .setCopyGroupId(article.value())
                .setContentHash(content.value())
                .setUrl(url)
                .setCanonicalUrl(url)
                .setHeadline(headline)
                .setIngestedAt(Instant.parse("2026-11-25T10:00:00Z"))
                .build();
    }
}
