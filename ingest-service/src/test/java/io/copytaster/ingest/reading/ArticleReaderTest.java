package io.copytaster.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.SampleArticle;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.reading.Understanding.Refused;
import io.copytaster.ingest.reading.Understanding.Understood;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ArticleReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private final ArticleReader reader =
            new ArticleReader(new ArticleSettings(DataSize.ofBytes(1000), DataSize.ofBytes(100)), CLOCK);

    @Test
    void reads_every_field() {
        // When
        var article = understood(SampleArticle.chinaAndSberbank().with("id", " n-1 "));

        // Then
        assertThat(article.imprint())
                .isEqualTo(new Imprint(
                        "https://www.gazette.example/economie/sberbank-chine?utm_source=fil",
                        "https://gazette.example/economie/sberbank-chine",
                        "La Gazette",
                        "n-1",
                        "fr",
                        "A. Martin",
                        Instant.parse("2026-11-20T07:00:00Z")));
        assertThat(article.text().headline()).isEqualTo("Sberbank se tourne vers la Chine");
    }

    @Test
    void stores_text_as_received_but_for_line_ends() {
        // When
        var article = understood(SampleArticle.chinaAndSberbank()
                .with("headline", "  Un\u00a0titre ")
                .with("body", "a\r\nb\rc\u0301 \ud83d\ude00"));

        // Then
        assertThat(article.text()).isEqualTo(new ArticleText("  Un\u00a0titre ", "a\nb\rc\u0301 \ud83d\ude00"));
    }

    @Test
    void one_of_headline_and_body_is_enough() {
        // When
        var headlineOnly = understood(SampleArticle.chinaAndSberbank().without("body"));
        var bodyOnly = understood(SampleArticle.chinaAndSberbank().without("headline"));

        // Then
        assertThat(headlineOnly.text().body()).isEmpty();
        assertThat(bodyOnly.text().headline()).isEmpty();
    }

    @Test
    void takes_blank_optional_fields_as_absent() {
        // When
        var article = understood(SampleArticle.chinaAndSberbank()
                .with("byline", " ")
                .with("language", "")
                .with("publishedAt", ""));

        // Then
        assertThat(article.imprint().byline()).isNull();
        assertThat(article.imprint().language()).isNull();
        assertThat(article.imprint().publishedAt()).isNull();
    }

    @Test
    void reads_the_text_out_of_html() {
        // When
        var article = understood(SampleArticle.chinaAndSberbank()
                .with("contentType", "text/html")
                .with(
                        "body",
                        "<script>x()</script><h1>Un</h1><p>Deux &amp;  <b>trois</b><br>quatre</p><ul><li>cinq</ul>"));

        // Then
        assertThat(article.text().body()).isEqualTo("Un\n\nDeux & trois\nquatre\n\ncinq");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | ftp://example.com/a",
                "url | not a url",
                "language | pt_BR",
                "language | french language",
                "publishedAt | yesterday",
                "publishedAt | 2026-11-20T08:00:00",
                "publishedAt | 2026-11-28T10:00:01Z",
                "publishedAt | 1599-12-31T23:59:59Z",
                "contentType | application/pdf",
            })
    void names_the_field_that_cannot_be_used(String field, String value) {
        // When
        var refusal = refused(SampleArticle.chinaAndSberbank().with(field, value));

        // Then
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.sentence()).startsWith("expected ");
    }

    @ParameterizedTest
    @CsvSource({"headline", "body", "publisher", "byline", "id", "url", "language", "publishedAt"})
    void refuses_what_cannot_be_stored(String field) {
        // When
        var nul = refused(SampleArticle.chinaAndSberbank().with(field, "a\u0000b"));
        var loneSurrogate = refused(SampleArticle.chinaAndSberbank().with(field, "a\ud83d"));

        // Then
        assertThat(nul.field()).isEqualTo(field);
        assertThat(nul.sentence()).contains("NUL", "index 1");
        assertThat(loneSurrogate.field()).isEqualTo(field);
        assertThat(loneSurrogate.sentence()).contains("lone surrogate", "index 1");
    }

    @Test
    void refuses_an_article_without_text() {
        // When
        var refusal =
                refused(SampleArticle.chinaAndSberbank().without("headline").with("body", " \n"));

        // Then
        assertThat(refusal.field()).isEqualTo("headline");
        assertThat(refusal.sentence()).contains("headline or body");
    }

    @Test
    void measures_text_in_bytes() {
        // When
        var fits =
                understood(SampleArticle.chinaAndSberbank().without("headline").with("body", "é".repeat(500)));
        var tooLong =
                refused(SampleArticle.chinaAndSberbank().without("headline").with("body", "é".repeat(501)));
        var tooLongHeadline = refused(SampleArticle.chinaAndSberbank().with("headline", "a".repeat(101)));

        // Then
        assertThat(fits.text().body()).hasSize(500);
        assertThat(tooLong).returns(Refusal.Kind.TOO_LARGE, Refusal::kind).returns("body", Refusal::field);
        assertThat(tooLongHeadline)
                .returns(Refusal.Kind.TOO_LARGE, Refusal::kind)
                .returns("headline", Refusal::field);
    }

    @Test
    void never_repeats_the_text_in_a_refusal() {
        // When
        var refusal = refused(SampleArticle.chinaAndSberbank().with("publisher", "secret".repeat(100)));

        // Then
        assertThat(refusal.sentence()).doesNotContain("secret").contains("at most 500 characters, got 600");
    }

    @Test
    void derives_the_identity_from_url_then_client_id_then_text() {
        // When
        var byUrl = understood(SampleArticle.chinaAndSberbank().with("id", "7"));
        var byId = understood(SampleArticle.chinaAndSberbank().without("url").with("id", "7"));
        var byText = understood(SampleArticle.chinaAndSberbank().without("url"));

        // Then
        assertThat(byUrl.derivedId()).isEqualTo(ArticleId.ofUrl("https://gazette.example/economie/sberbank-chine"));
        assertThat(byId.derivedId()).isEqualTo(ArticleId.ofClient("La Gazette", "7"));
        assertThat(byText.derivedId())
                .isEqualTo(ArticleId.ofContent("La Gazette", byText.text().contentHash()));
    }

    private Article understood(SampleArticle sample) {
        return switch (reader.read(sample.raw(), Provenance.LIVE, Addressing.OWN)) {
            case Understood(var article) -> article;
            case Refused(var refusal) -> throw new AssertionError("expected an article, got: " + refusal.sentence());
        };
    }

    private Refusal refused(SampleArticle sample) {
        return switch (reader.read(sample.raw(), Provenance.LIVE, Addressing.OWN)) {
            case Refused(var refusal) -> refusal;
            case Understood _ -> throw new AssertionError("expected a refusal, got an article");
        };
    }
}
