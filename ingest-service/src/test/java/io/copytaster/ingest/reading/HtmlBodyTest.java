package io.copytaster.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.SampleArticle;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.reading.Understanding.Refused;
import io.copytaster.ingest.reading.Understanding.Understood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class HtmlBodyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final String FIRST =
            "The lighthouse at Norrhaven will be automated in spring, the harbour board decided on Monday.";
    private static final String SECOND =
            "Its two keepers have been offered work at the pilot station, a spokeswoman of the board said.";

    private final ArticleReader reader =
            new ArticleReader(new ArticleSettings(DataSize.ofKilobytes(500), DataSize.ofBytes(200)), CLOCK);

    @Test
    void takes_the_article_out_of_a_whole_page() {
        // When
        var article = understood(bare(page("")));

        // Then
        assertThat(article.text()).isEqualTo(new ArticleText("Lighthouse goes automatic", FIRST + "\n\n" + SECOND));
    }

    @Test
    void what_the_page_states_fills_what_the_sender_left_out() {
        // When
        var article = understood(bare(page("")));

        // Then
        assertThat(article.imprint().byline()).isEqualTo("Ada Lund");
        assertThat(article.imprint().language()).isEqualTo("en-GB");
        assertThat(article.imprint().publishedAt()).isEqualTo(Instant.parse("2026-11-24T18:00:00Z"));
        assertThat(article.imprint().publisher()).isNull();
        assertThat(article.imprint().canonicalUrl()).isEqualTo("https://gazette.example/economie/sberbank-chine");
    }

    @Test
    void what_the_sender_says_stands() {
        // When
        var article = understood(bare(page(""))
                .with("headline", "Leuchtturm")
                .with("byline", "B. Weber")
                .with("language", "de")
                .with("publisher", "Hafenpost")
                .with("publishedAt", "2026-11-23T06:00:00Z"));

        // Then
        assertThat(article.text().headline()).isEqualTo("Leuchtturm");
        assertThat(article.imprint())
                .returns("B. Weber", Imprint::byline)
                .returns("de", Imprint::language)
                .returns("Hafenpost", Imprint::publisher)
                .returns(Instant.parse("2026-11-23T06:00:00Z"), Imprint::publishedAt);
    }

    @Test
    void what_a_page_states_badly_is_left_out_and_not_refused() {
        // Given
        var page = "<html lang='???'><head><title>" + "Long ".repeat(80) + "</title>"
                + "<meta name=author content='" + "Ada Lund and ".repeat(300) + "'>"
                + "<meta property=article:published_time content='2031-01-01T00:00:00Z'></head><body><article><p>"
                + FIRST
                + "</p><p>" + SECOND + "</p></article></body></html>";

        // When
        var article = understood(bare(page));

        // Then
        assertThat(article.text()).isEqualTo(new ArticleText("", FIRST + "\n\n" + SECOND));
        assertThat(article.imprint())
                .returns(null, Imprint::byline)
                .returns(null, Imprint::language)
                .returns(null, Imprint::publishedAt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>%s</html>",
                "<HTML lang=en><p>%s",
                "<body>%s</body>",
                "<body class=x><p>%s",
                "<!DOCTYPE html><html><head/><body>%s",
                "<head><title>T</title></head>%s"
            })
    void a_short_page_keeps_its_text(String page) {
        // When
        var article = understood(bare(page.formatted("Fire at the old mill, nobody hurt.")));

        // Then
        assertThat(article.text().body()).isEqualTo("Fire at the old mill, nobody hurt.");
    }

    @Test
    void a_page_that_holds_nothing_like_an_article_is_read_as_it_stands() {
        // When
        var article = understood(bare("<html><body><footer>Office closed on Monday.</footer></body></html>"));

        // Then
        assertThat(article.text().body()).isEqualTo("Office closed on Monday.");
    }

    @Test
    void a_fragment_keeps_its_blocks_lists_and_tables() {
        // When
        var article = understood(bare("<header>Live</header><h1>Ferry</h1><p>One &amp;  <b>two</b><br>three</p>"
                + "<ul><li>four<li>five</ul><table><tr><td>six<td>seven<tr><td>eight</table>nine"));

        // Then
        assertThat(article.text().body())
                .isEqualTo("Live\n\nFerry\n\nOne & two\nthree\n\nfour\nfive\n\nsix seven\neight\n\nnine");
        assertThat(article.text().headline()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>secret()</script>",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"secret\"}</script>",
                "<style>.secret{}</style>",
                "<nav><a href=/>secret</a></nav>",
                "<div role=navigation>secret</div>",
                "<p hidden>secret</p>",
                "<p style='display: none'>secret</p>",
                "<span style='visibility:hidden'>secret</span>",
                "<p aria-hidden=true>secret</p>",
                "<template>secret</template>",
                "<noscript>secret</noscript>",
                "<iframe>secret</iframe>",
                "<button>secret</button>",
                "<select><option>secret</select>",
                "<textarea>secret</textarea>",
                "<svg><text>secret</text></svg>",
                "<!-- secret -->"
            })
    void a_fragment_never_shows_what_readers_do_not_see(String unseen) {
        // When
        var article = understood(bare("<p>Before.</p>" + unseen + "<p>After.</p>"));

        // Then
        assertThat(article.text().body()).isEqualTo("Before.\n\nAfter.");
    }

    @Test
    void escaped_tags_are_text() {
        // When
        var article = understood(bare("<p>Use &lt;body&gt; &lt;script&gt; sparingly.</p>"));

        // Then
        assertThat(article.text().body()).isEqualTo("Use <body> <script> sparingly.");
    }

    @ParameterizedTest
    @CsvSource({"<html><body>", "''"})
    void too_many_tags_are_refused_with_the_reason(String start) {
        // When
        var refusal = refused(bare(start + "<i>".repeat(ArticleExtractor.MOST_TAGS + 1) + "text"));

        // Then
        assertThat(refusal).returns(Refusal.Kind.INVALID, Refusal::kind).returns("body", Refusal::field);
        assertThat(refusal.sentence()).contains(String.valueOf(ArticleExtractor.MOST_TAGS), "tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<div>", "<table><tr><td>", "<ul><li>", "<!--", "<a href='", "<p hidden>", "&"})
    void hostile_fragments_are_read_in_bounded_time(String piece) {
        // Given
        long start = System.nanoTime();

        // When
        reader.read(bare("text " + piece.repeat(400_000 / piece.length() / 4)).raw(), Provenance.LIVE, Addressing.OWN);

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><head><title>Only a title</title></head></html>", "<p></p>", "<script>x()</script>", ""})
    void html_without_text_needs_a_headline(String html) {
        // When
        var refusal = refused(bare(html));
        var article = understood(bare(html).with("headline", "Ferry sinks"));

        // Then
        assertThat(refusal.field()).isEqualTo("headline");
        assertThat(article.text()).isEqualTo(new ArticleText("Ferry sinks", ""));
    }

    @Test
    void refuses_what_cannot_be_stored_before_reading_it() {
        // When
        var refusal = refused(bare("<html><body>a\u0000b"));

        // Then
        assertThat(refusal.field()).isEqualTo("body");
        assertThat(refusal.sentence()).contains("NUL");
    }

    private static SampleArticle bare(String html) {
        return SampleArticle.chinaAndSberbank()
                .without("headline")
                .without("byline")
                .without("language")
                .without("publisher")
                .without("publishedAt")
                .with("contentType", "text/html")
                .with("body", html);
    }

    private static String page(String head) {
        return "<!DOCTYPE html><html lang=en-gb><head><title>Lighthouse goes automatic</title>"
                + "<meta name=author content='Ada Lund'>"
                + "<meta property=article:published_time content='2026-11-24T18:00:00Z'>" + head
                + "</head><body><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article><h1>Lighthouse goes"
                + " automatic</h1><p>"
                + FIRST + "</p><p>" + SECOND
                + "</p></article><div style='display:none'>Subscribe now</div><script>track()</script>"
                + "<footer>Imprint</footer></body></html>";
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
