package io.copytaster.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.extract.Extraction.NoArticle;
import io.copytaster.ingest.extract.Extraction.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTest {

    private final ArticleExtractor extractor = new ArticleExtractor();

    @ParameterizedTest
    @ValueSource(strings = {"french", "english", "russian", "chinese", "arabic", "table"})
    void reads_the_text_and_nothing_around_it(String page) throws IOException {
        // Given
        byte[] html = file(page + ".html");
        String text = new String(file(page + ".txt"), StandardCharsets.UTF_8).strip();

        // When
        Extraction extraction = extractor.extract(html, "text/html; charset=utf-8", "https://example.org/a");

        // Then
        assertThat(body(extraction)).isEqualTo(text);
    }

    @Test
    void reads_what_the_page_states_beside_its_text() throws IOException {
        // Given
        byte[] html = file("french.html");

        // When
        Extraction extraction = extractor.extract(html, null, "https://example.org/a");

        // Then
        assertThat(extraction).isInstanceOfSatisfying(ExtractedArticle.class, article -> {
            assertThat(article.metadata().byline()).isEqualTo("Odile Marchetti");
            assertThat(article.metadata().language()).isEqualTo("fr");
            assertThat(article.metadata().site()).isEqualTo("Le Fanal");
            assertThat(article.metadata().headline()).isEqualTo("La bibliothèque de Sarlin rouvre après les crues");
        });
    }

    @Test
    void takes_the_stated_text_when_the_page_shows_none() {
        // Given
        String stated = "The ferry to the outer islands will sail twice a day from June. "
                .repeat(8)
                .strip();
        String html = "<html><body><div id=app>Loading</div><script type='application/ld+json'>"
                + "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + stated + "\"}</script></body></html>";

        // When
        Extraction extraction = extractor.extract(html, "");

        // Then
        assertThat(body(extraction)).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "<html></html>", "<img src=a.png>", "<script>location='/x'</script>", "<!-- only -->"})
    void refuses_a_page_without_text(String html) {
        // When
        Extraction extraction = extractor.extract(html, "");

        // Then
        assertThat(extraction)
                .isInstanceOfSatisfying(
                        NoArticle.class, none -> assertThat(none.reason()).isEqualTo(Reason.NO_TEXT));
    }

    @Test
    void refuses_a_page_that_is_longer_than_any_text() {
        // Given
        byte[] page = new byte[ArticleExtractor.MOST_BYTES + 1];

        // When
        Extraction extraction = extractor.extract(page, null, "");

        // Then
        assertThat(extraction).isInstanceOfSatisfying(NoArticle.class, none -> {
            assertThat(none.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(none.sentence()).contains("8388608", "8388609");
        });
    }

    @Test
    void refuses_a_page_with_more_tags_than_any_text() {
        // Given
        String page = "<b>".repeat(ArticleExtractor.MOST_TAGS + 1);

        // When
        Extraction extraction = extractor.extract(page, "");

        // Then
        assertThat(extraction)
                .isInstanceOfSatisfying(
                        NoArticle.class, none -> assertThat(none.reason()).isEqualTo(Reason.TOO_MANY_TAGS));
    }

    private static String body(Extraction extraction) {
        return extraction instanceof ExtractedArticle article ? article.body() : extraction.toString();
    }

    private static byte[] file(String name) throws IOException {
        try (var in = ArticleExtractorTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
