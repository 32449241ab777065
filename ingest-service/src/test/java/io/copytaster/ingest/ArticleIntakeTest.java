package io.copytaster.ingest;

import static io.copytaster.ingest.PublishedRecords.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.ingest.IngestServer.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Articles over HTTP, with real servers behind. */
class ArticleIntakeTest {

    private final IngestServer service = IngestServer.shared();

    @Test
    void an_article_is_accepted_repeated_revised_and_withdrawn_in_one_chain() {
        // Given
        var article = SampleArticle.at("https://chain.example/a").with("body", "Un texte que personne d'autre n'a.");

        // When
        var accepted = service.post(article);
        var duplicate = service.post(article.with("url", "https://www.chain.example/a/?utm_source=x#top"));
        var revised = service.post(article.with("headline", "Sberbank et la Chine"));
        var back = service.post(article);
        var withdrawn = service.delete("api/v1/articles/" + accepted.text("articleId"));
        var withdrawnAgain = service.delete("api/v1/articles/" + accepted.text("articleId"));

        // Then
        assertThat(List.of(accepted, duplicate, revised, back, withdrawn, withdrawnAgain))
                .extracting(Said::status)
                .containsOnly(202);
        assertThat(List.of(accepted, duplicate, revised, back, withdrawn, withdrawnAgain))
                .extracting(said -> said.text("outcome") + " "
                        + said.body().path("revision").asInt())
                .containsExactly("accepted 1", "duplicate 1", "revised 2", "revised 3", "withdrawn 4", "withdrawn 4");
        assertThat(accepted.text("copyGroupId")).isEqualTo(accepted.text("articleId"));
        assertThat(PublishedRecords.of(accepted.text("articleId")))
                .extracting(ArticleIngested::getRevisionId)
                .containsExactly(
                        accepted.text("revisionId"),
                        revised.text("revisionId"),
                        back.text("revisionId"),
                        withdrawn.text("revisionId"));
    }

    @Test
    void the_record_says_what_was_posted() {
        // Given
        var article = SampleArticle.at("https://m.record.example/a?utm_medium=rss")
                .with("body", "Un.\r\nDeux \ud83d\ude00")
                .with("id", "r-1");
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        // When
        var said = service.post(article.json().getBytes(UTF_8), "traceparent", trace);

        // Then
        var record = PublishedRecords.raw(said.text("articleId")).getFirst();
        assertThat(header(record, "ce_id")).isEqualTo(said.text("revisionId"));
        assertThat(header(record, "ce_type")).isEqualTo("io.copytaster.event.ArticleIngested");
        assertThat(header(record, "ce_source")).isEqualTo("/copytaster/ingest");
        assertThat(header(record, "traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .isNotEqualTo(trace);
        var event = PublishedRecords.of(said.text("articleId")).getFirst();
        assertThat(event.getUrl()).isEqualTo("https://m.record.example/a?utm_medium=rss");
        assertThat(event.getCanonicalUrl()).isEqualTo("https://record.example/a");
        assertThat(event.getBody()).isEqualTo("Un.\nDeux \ud83d\ude00");
        assertThat(event.getChange()).isEqualTo(Change.NEW);
        assertThat(event.getPreviousRevisionId()).isNull();
        assertThat(event.getPublishedAt()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
        assertThat(event.getClientId()).isEqualTo("r-1");
    }

    @Test
    void three_equal_posts_at_once_are_one_article_and_two_duplicates() {
        // Given
        var article = SampleArticle.at("https://equal.example/a");

        // When
        var said = atOnce(List.of(article, article, article));

        // Then
        assertThat(said)
                .extracting(each -> each.text("outcome"))
                .containsExactlyInAnyOrder("accepted", "duplicate", "duplicate");
        assertThat(said)
                .extracting(each -> each.text("revisionId"))
                .containsOnly(said.getFirst().text("revisionId"));
        assertThat(PublishedRecords.of(said.getFirst().text("articleId"))).hasSize(1);
    }

    @Test
    void different_texts_at_once_become_one_chain() {
        // Given
        var articles = IntStream.range(0, 8)
                .mapToObj(i -> SampleArticle.at("https://different.example/a").with("headline", "Titre " + i))
                .toList();

        // When
        var said = atOnce(articles);

        // Then
        assertThat(said)
                .extracting(each -> each.body().path("revision").asInt())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        var chain = PublishedRecords.of(said.getFirst().text("articleId"));
        assertThat(chain).hasSize(8);
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).getPreviousRevisionId())
                    .isEqualTo(chain.get(i - 1).getRevisionId());
        }
    }

    @Test
    void a_senders_own_id_leads_to_the_article_when_its_url_changes() {
        // Given
        var first = service.post(SampleArticle.at("https://moved.example/old").with("id", "moved-1"));

        // When
        var byId = service.post(SampleArticle.at("https://moved.example/new").with("id", "moved-1"));
        var byNewUrl = service.post(SampleArticle.at("https://moved.example/new"));
        var otherPublisher = service.post(SampleArticle.at("https://moved.example/other")
                .with("id", "moved-1")
                .with("publisher", "Autre"));

        // Then
        assertThat(byId.text("articleId")).isEqualTo(first.text("articleId"));
        assertThat(byId.text("outcome")).isEqualTo("duplicate");
        assertThat(byNewUrl.status()).isEqualTo(202);
        assertThat(otherPublisher.text("articleId")).isNotEqualTo(first.text("articleId"));
    }

    @Test
    void a_repeated_request_gets_the_same_receipt_and_a_reused_key_a_conflict() {
        // Given
        var article = SampleArticle.at("https://key.example/a");
        var request = article.json().getBytes(UTF_8);

        // When
        var first = service.post(request, "Idempotency-Key", "key-1");
        var repeated = service.post(request, "Idempotency-Key", "key-1");
        var reused = service.post(article.with("headline", "x").json().getBytes(UTF_8), "Idempotency-Key", "key-1");

        // Then
        assertThat(first.text("outcome")).isEqualTo("accepted");
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.text("detail")).contains("use a new key");
    }

    @Test
    void a_bad_line_of_a_batch_never_fails_the_others() {
        // Given
        var one = SampleArticle.at("https://batch.example/1");
        var two = SampleArticle.at("https://batch.example/2");
        var lines = List.of(
                one.json(),
                "{bad",
                two.with("language", "x_y").json(),
                one.json(),
                one.with("headline", "Autre").json(),
                "",
                two.json());

        // When
        var receipts = service.batch(String.join("\n", lines));

        // Then
        assertThat(receipts).hasSize(7);
        assertThat(receipts)
                .extracting(each -> each.has("outcome")
                        ? each.path("outcome").asString("")
                        : each.path("status").asInt() + " line "
                                + each.path("line").asInt())
                .containsExactly(
                        "accepted", "400 line 2", "400 line 3", "duplicate", "revised", "400 line 6", "accepted");
        assertThat(receipts.get(2).path("field").asString("")).isEqualTo("language");
    }

    @Test
    void a_large_batch_keeps_its_order_and_its_chains() {
        // Given
        var lines = IntStream.range(0, 1000)
                .mapToObj(i -> SampleArticle.at("https://large.example/" + i % 250)
                        .with("headline", "Titre " + i / 500)
                        .json())
                .toList();

        // When
        var receipts = service.batch(String.join("\n", lines) + "\n");

        // Then
        assertThat(receipts.stream()
                        .map(each -> each.path("outcome").asString("?"))
                        .toList())
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(i -> switch (i / 250) {
                            case 0 -> "accepted";
                            case 2 -> "revised";
                            default -> "duplicate";
                        })
                        .toList());
    }

    @Test
    void an_article_is_found_with_its_revisions() {
        // Given
        var article = SampleArticle.at("https://found.example/a");
        var id = service.post(article).text("articleId");
        service.post(article.with("body", "Autre"));

        // When
        var found = service.get("api/v1/articles/" + id);

        // Then
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("state")).isEqualTo("published");
        assertThat(found.text("canonicalUrl")).isEqualTo("https://found.example/a");
        assertThat(found.body()
                        .path("revisions")
                        .valueStream()
                        .map(each -> each.path("change").asString(""))
                        .toList())
                .containsExactly("new", "revised");
        assertThat(found.body().path("revisions").path(0).path("difference").isNull())
                .isTrue();
        assertThat(found.body()
                        .path("revisions")
                        .path(1)
                        .path("difference")
                        .path("sentencesRemoved")
                        .asInt())
                .isEqualTo(2);
        assertThat(PublishedRecords.of(id))
                .extracting(ArticleIngested::getDifference)
                .satisfiesExactly(
                        first -> assertThat(first).isNull(),
                        second -> assertThat(second.getSentencesAdded()).isEqualTo(1));
        assertThat(service.get("api/v1/articles/nonsense").status()).isEqualTo(404);
        assertThat(service.delete("api/v1/articles/a_aaaaaaaaaaaaaaaaaaaaaaaaaa")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_ledger_tells_what_happened_to_a_url() {
        // Given
        var url = "https://ledger.example/a";
        service.post(SampleArticle.at(url));
        service.post(SampleArticle.at(url));
        service.post(SampleArticle.at(url));
        service.post(SampleArticle.at(url).with("body", "Autre"));
        service.post(SampleArticle.at(url).with("language", "x_y"));

        // When
        var page = service.get("api/v1/ledger?url=" + url);

        // Then
        assertThat(page.body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("outcome").asString("") + " "
                                + each.path("sightings").asInt())
                        .toList())
                .containsExactly("published 1", "duplicate 2", "revised 1", "rejected 1");
        assertThat(page.body().path("items").path(2).path("reason").asString(""))
                .isEqualTo("another text than the latest: 1 sentence added, 2 removed");
    }

    @Test
    void the_ledger_is_read_page_by_page_and_followed() {
        // Given
        var since = Instant.parse("2000-01-01T00:00:00Z");
        service.batch(SampleArticle.at("https://pages.example/1").json() + "\n"
                + SampleArticle.at("https://pages.example/2").json());

        // When
        var seen = new ArrayList<JsonNode>();
        var page = service.get("api/v1/ledger?limit=50&since=" + since);
        while (!page.body().path("next").isNull()) {
            page.body().path("items").forEach(seen::add);
            page = service.get("api/v1/ledger?limit=50&since=" + since + "&cursor=" + page.text("next"));
        }

        // Then
        assertThat(seen.stream().map(each -> each.path("url").asString("")).toList())
                .contains("https://pages.example/1", "https://pages.example/2");
        assertThat(seen.stream()
                        .map(each -> each.path("item").asString("")
                                + each.path("outcome").asString("")
                                + each.path("revisionId").asString(""))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(service.get("api/v1/ledger?outcome=lost").text("field")).isEqualTo("outcome");
        assertThat(service.get("api/v1/ledger?cursor=7").text("field")).isEqualTo("cursor");
    }

    private List<Said> atOnce(List<SampleArticle> articles) {
        var posts = articles.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> service.post(each), Thread::startVirtualThread))
                .toList();
        return posts.stream().map(CompletableFuture::join).toList();
    }
}
