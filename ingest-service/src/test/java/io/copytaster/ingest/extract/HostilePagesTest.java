package io.copytaster.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePagesTest {

    /** Far above what is needed, so that only what grows faster than the page fails on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(40);

    private static final String PARAGRAPH =
            "<p>The harbour master said on Monday that the old crane would be moved before the winter begins.</p>";
    private static final List<String> PIECES = List.of(
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<article>",
            "</article>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<ul>",
            "<li>",
            "<a href=/x>",
            "</a>",
            "<b>",
            "</i>",
            "<br>",
            "<pre>",
            "</pre>",
            "<h1>",
            "</h1>",
            "<h2 class=related>",
            "<div class=comments>",
            "<div class='article-body'>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<svg>",
            "</svg>",
            "<form>",
            "<select>",
            "<body>",
            "<html lang=xx>",
            "<head>",
            "<meta charset=utf-7>",
            "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":[{",
            "<time datetime=99>",
            "&amp;",
            "&#0;",
            "&#xd800;",
            "\u0000",
            "\ud83d",
            "text. ",
            "слово. ",
            "文字。",
            "كلمة ",
            "<",
            ">",
            "\"",
            "'",
            "=",
            "\n\n",
            " ");

    private final ArticleExtractor extractor = new ArticleExtractor();

    @ParameterizedTest
    @MethodSource("openings")
    void survives_a_hundred_thousand_open_elements(String opening) {
        // Given
        String page = "<body>" + PARAGRAPH + opening.repeat(100_000 / opening.split("<", -1).length) + PARAGRAPH;

        // When
        Extraction extraction = assertTimeoutPreemptively(LONG, () -> extractor.extract(page, ""));

        // Then
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\n", ".", "é", "文", "a ", "2026 1 ", "read more: ", "<", "&", "&amp;", "-- "})
    void reads_five_megabytes_of_one_thing(String piece) {
        // Given
        String page =
                "<body><h1>Crane</h1>" + PARAGRAPH + "<div>" + piece.repeat(5_000_000 / piece.length()) + "</div>";

        // When
        Extraction extraction = assertTimeoutPreemptively(LONG, () -> extractor.extract(page, ""));

        // Then
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"@graph\":[", "\"", "/*", "1e9", "{\"author\":[["})
    void ignores_stated_metadata_that_never_ends(String piece) {
        // Given
        String page = "<script type='application/ld+json'>" + piece.repeat(100_000) + "</script>" + PARAGRAPH;

        // When
        Extraction extraction = assertTimeoutPreemptively(LONG, () -> extractor.extract(page, ""));

        // Then
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
    }

    @Test
    void answers_any_mixture_of_markup_with_text_or_a_reason() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("answers_any_mixture_of_markup_with_text_or_a_reason: seed " + seed);
        Random random = new Random(seed);

        for (int round = 0; round < 400; round++) {
            StringBuilder page = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                page.append(PIECES.get(random.nextInt(PIECES.size())));
            }

            // When
            Extraction extraction = extractor.extract(page.toString(), "https://example.org/");

            // Then
            if (extraction instanceof ExtractedArticle article) {
                assertThat(article.body()).isNotBlank().isEqualTo(article.body().strip());
                assertThat(article.body().length()).isLessThanOrEqualTo(page.length());
            }
        }
    }

    @Test
    void answers_any_bytes_in_any_charset() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("answers_any_bytes_in_any_charset: seed " + seed);
        Random random = new Random(seed);
        List<String> types =
                List.of("text/html", "text/html; charset=gbk", "charset=\"", "charset=nonsense", "charset=utf-16");

        for (int round = 0; round < 400; round++) {
            byte[] page = new byte[random.nextInt(2_000)];
            random.nextBytes(page);
            byte[] opening = "<html><body><p>".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(opening, 0, page, 0, Math.min(opening.length, page.length));

            // When
            Extraction extraction = extractor.extract(page, types.get(random.nextInt(types.size())), "::not a url::");

            // Then
            assertThat(extraction).isNotNull();
        }
    }

    @Test
    void gives_the_same_answer_every_time() {
        // Given
        String page = "<body><h1>Crane</h1>" + PARAGRAPH.repeat(3) + "<ul><li><a href=/a>One link here</a></ul>";

        // When
        List<Extraction> extractions =
                Stream.generate(() -> extractor.extract(page, "")).limit(3).toList();

        // Then
        assertThat(extractions).containsOnly(extractions.getFirst());
    }

    static Stream<String> openings() {
        return Stream.of(
                "<div>",
                "<b>",
                "<b><p>",
                "<table>",
                "<table><tr><td>",
                "<ul><li>",
                "<a href=x>",
                "<span>",
                "<p><b><i>",
                "<blockquote>",
                "<b><i></b>",
                "<div class='comments'>",
                "<h1>",
                "<pre>",
                "<font><a><u><s><p>");
    }
}
