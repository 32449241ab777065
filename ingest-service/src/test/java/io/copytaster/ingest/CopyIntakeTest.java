package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.ingest.copy.SampleText;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Copies over HTTP, with real servers behind. */
class CopyIntakeTest {

    private final IngestServer service = IngestServer.shared();

    @Test
    void copies_share_the_founders_group_in_receipt_record_and_answer() {
        // Given
        var wire = service.post(article("wire", "Reuters", SampleText.FRENCH.withDateline()));

        // When
        var copy = service.post(article("copy", "Le Phare", SampleText.FRENCH.text()));
        var revised = service.post(article("copy", "Le Phare", SampleText.THAI.text()));

        // Then
        assertThat(wire.text("copyGroupId")).isEqualTo(wire.text("articleId"));
        assertThat(copy.text("outcome")).isEqualTo("accepted");
        assertThat(List.of(copy, revised))
                .extracting(each -> each.text("copyGroupId"))
                .containsOnly(wire.text("articleId"));
        var records = PublishedRecords.of(copy.text("articleId"));
        assertThat(records).extracting(each -> each.getCopyGroupId()).containsOnly(wire.text("articleId"));
        assertThat(service.get("api/v1/articles/" + copy.text("articleId")).text("copyGroupId"))
                .isEqualTo(wire.text("articleId"));
    }

    @Test
    void lines_of_one_batch_see_those_before_them() {
        // Given
        var lines = Stream.of("one", "two", "three")
                .map(name -> article("batch-" + name, name, SampleText.RUSSIAN.text())
                        .json())
                .toList();

        // When
        var receipts = service.batch(String.join("\n", lines));

        // Then
        assertThat(receipts)
                .extracting(each -> each.path("copyGroupId").asString(""))
                .containsOnly(receipts.getFirst().path("articleId").asString(""));
    }

    @Test
    void one_id_of_a_sender_at_two_addresses_of_one_batch_is_one_article() {
        // Given
        var id = UUID.randomUUID().toString();
        var one = SampleArticle.at("https://alias.example/1").with("id", id);
        var two = SampleArticle.at("https://alias.example/2").with("id", id).with("body", "Une autre.");

        // When
        var receipts = service.batch(one.json() + "\n" + two.json());

        // Then
        assertThat(receipts)
                .extracting(each -> each.path("outcome").asString(""))
                .containsExactly("accepted", "revised");
        assertThat(receipts)
                .extracting(each -> each.path("articleId").asString(""))
                .containsOnly(receipts.getFirst().path("articleId").asString(""));
    }

    @Test
    void the_record_names_the_family_of_its_publisher() {
        // Given
        var byName = article("family-name", "REUTERS", "Rien de commun.");
        var byHost = SampleArticle.at("https://www.reuters.com/copytaster/family")
                .without("publisher")
                .with("body", "Ni ici.");
        var unknown = article("family-none", "Le Phare", "Ni là.");

        // When
        var families = Stream.of(byName, byHost, unknown)
                .map(service::post)
                .map(said -> String.valueOf(
                        PublishedRecords.of(said.text("articleId")).getFirst().getPublisherFamily()))
                .toList();

        // Then
        assertThat(families).containsExactly("reuters", "reuters", "null");
    }

    @Test
    void members_that_are_only_on_the_log_are_remembered_again_with_their_group() {
        // Given
        var receipt = service.post(article("lost", "Agence", SampleText.JAPANESE.text()));
        var article = receipt.text("articleId");
        var jdbc = service.part(JdbcClient.class);
        for (var table : List.of("article", "article_revision", "ledger", "copy_member")) {
            jdbc.sql("delete from " + table + " where article_id = ?")
                    .param(article)
                    .update();
        }

        // When
        resend(article);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select copy_group_id from copy_member where article_id = ?")
                                .param(article)
                                .query(String.class)
                                .list())
                        .containsExactly(article));
        assertThat(service.post(article("found", "Le Phare", SampleText.JAPANESE.text()))
                        .text("copyGroupId"))
                .isEqualTo(article);
    }

    @SuppressWarnings("unchecked")
    private void resend(String article) {
        KafkaTemplate<byte[], byte[]> kafka = service.part(KafkaTemplate.class);
        var record = PublishedRecords.raw(article).getFirst();
        kafka.send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()))
                .join();
    }

    private static SampleArticle article(String path, String publisher, String body) {
        return SampleArticle.at("https://copies.example/intake/" + path)
                .with("publisher", publisher)
                .with("body", body);
    }
}
