package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Origin;
import io.copytaster.stream.Streams;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** History in its own lane, with real servers behind. */
class BackfillTest {

    private final IngestServer service = IngestServer.shared();

    @Test
    void history_goes_to_its_own_stream() {
        // Given
        var article = SampleArticle.at("https://history.example/a").with("body", "Ce qui fut.");

        // When
        var receipt = service.batch("?origin=backfill", article.json()).getFirst();

        // Then
        var id = receipt.path("articleId").asString("");
        assertThat(receipt.path("outcome").asString("")).isEqualTo("accepted");
        assertThat(PublishedRecords.of(id)).isEmpty();
        assertThat(PublishedRecords.of(id, Streams.ARTICLE_BACKFILLED))
                .extracting(ArticleIngested::getOrigin)
                .containsExactly(Origin.BACKFILL);
    }

    @Test
    void without_an_origin_and_with_live_it_is_what_happens_now() {
        // Given
        var one = SampleArticle.at("https://history.example/live-1").with("body", "Ceci.");
        var two = SampleArticle.at("https://history.example/live-2").with("body", "Cela.");

        // When
        var receipts = Stream.of(service.batch("", one.json()), service.batch("?origin=live", two.json()))
                .flatMap(List::stream)
                .toList();

        // Then
        assertThat(receipts)
                .hasSize(2)
                .extracting(each -> each.path("articleId").asString(""))
                .allSatisfy(id -> assertThat(PublishedRecords.of(id))
                        .extracting(ArticleIngested::getOrigin)
                        .containsExactly(Origin.LIVE));
    }

    @Test
    void another_origin_is_refused() {
        // When
        var said = service.send(service.request("api/v1/articles/batch?origin=archive")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{}")));

        // Then
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text("field")).isEqualTo("origin");
        assertThat(said.text("detail")).contains("expected live or backfill");
    }

    @Test
    void more_history_than_its_pace_allows_in_time_is_told_to_come_back_while_live_articles_pass() {
        // Given
        var hurried = IngestServer.start(Map.of(
                "copytaster.instance", "backfill",
                "copytaster.intake.backfill.per-second", "1",
                "copytaster.intake.batch-patience", "0s",
                "copytaster.intake.wave-size", "1"));
        var lines = IntStream.range(0, 3)
                .mapToObj(i -> SampleArticle.at("https://history.example/pace-" + i)
                        .with("body", "Numéro " + i)
                        .json())
                .collect(Collectors.joining("\n"));

        // When
        var history = hurried.batch("?origin=backfill", lines);
        var live = hurried.post(SampleArticle.at("https://history.example/meanwhile"));

        // Then
        assertThat(history)
                .extracting(each -> each.path("status").asInt(202))
                .startsWith(202)
                .contains(429);
        assertThat(live.status()).isEqualTo(202);
    }
}
