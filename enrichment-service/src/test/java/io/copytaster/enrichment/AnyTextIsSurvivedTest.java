package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.Field;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence fits whatever the text is, and no text breaks the engine. */
class AnyTextIsSurvivedTest {

    private static final long SEED = 2_030L;
    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();
    private static final List<String> PIECES = List.of(
            "Poutine",
            "BRICS",
            "санкции ",
            "Сбербанка",
            "习近平",
            "普京",
            "بريكس ",
            "وروسيا",
            "GPU",
            " ",
            ", ",
            ". ",
            "\n",
            "'",
            "’",
            "-",
            "😀",
            "👍🏽",
            "e\u0301",
            "\u0301",
            "\u200F",
            "\u202E",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\u00AD",
            "\u200C",
            "ﷺ",
            "Î",
            "İ",
            "ß",
            "러시아는",
            "イラン",
            "รัสเซีย",
            "भारत",
            "U.S.",
            "https://x.org/BRICS ",
            "Xi",
            "Russie ",
            "Afrique du Sud ");

    static Stream<String> strangeTexts() {
        byte[] bytes = new byte[200_000];
        new Random(SEED).nextBytes(bytes);
        return Stream.of(
                "",
                "\uD83D",
                "\uDE00\uD83D Putin \uDE00",
                "\u202EnituP\u202C Путин\u200F\u200E",
                "x".repeat(1024 * 1024),
                "Путин".repeat(200_000),
                "普京".repeat(100_000),
                Base64.getEncoder().encodeToString(bytes),
                "\u0301".repeat(100_000),
                ". ".repeat(100_000),
                "😀".repeat(100_000),
                "BRICS, ".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void survives_strange_texts(String text) {
        // Given
        Article article = new Article(text.length() > 1000 ? "" : text, text, null);
        // When, Then
        assertThatCode(() -> assertEvidenceFits(article, PIPELINE.enrich(article)))
                .doesNotThrowAnyException();
    }

    @Test
    void evidence_equals_its_span_in_any_mixture_of_scripts_and_noise() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            Article article = new Article(mixture(random), mixture(random), i % 2 == 0 ? null : "ru");
            // When
            Enrichment enrichment = PIPELINE.enrich(article);
            // Then
            assertEvidenceFits(article, enrichment);
        }
    }

    @Test
    void gives_the_same_enrichment_on_every_thread() {
        // Given
        Article article = SampleArticles.sentence("fr", "Poutine et les BRICS parlent de sanctions et de GPU.");
        Enrichment expected = PIPELINE.enrich(article);
        // When
        List<Enrichment> results = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> PIPELINE.enrich(article))
                .toList();
        // Then
        assertThat(results).containsOnly(expected);
    }

    private static String mixture(Random random) {
        return random.ints(random.nextInt(40), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static void assertEvidenceFits(Article article, Enrichment enrichment) {
        Stream.concat(
                        enrichment.mentions().stream().map(mention -> mention.evidence()),
                        enrichment.topics().stream().flatMap(topic -> topic.evidence().stream()))
                .forEach(evidence -> assertFits(article, evidence));
    }

    private static void assertFits(Article article, Evidence evidence) {
        String text = evidence.field() == Field.HEADLINE ? article.headline() : article.body();
        int start = text.offsetByCodePoints(0, evidence.start());
        int end = text.offsetByCodePoints(0, evidence.end());
        assertThat(evidence.exact())
                .as("seed %d", SEED)
                .isEqualTo(text.substring(start, end))
                .isNotEmpty();
        assertThat(text.substring(0, start)).endsWith(evidence.prefix());
        assertThat(text.substring(end)).startsWith(evidence.suffix());
    }
}
