package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoArticlesAreUnderstoodTest {

    private static final String PUTIN = "wd:Q7747";
    private static final String SBERBANK = "wd:Q205012";
    private static final String RUSSIA = "wd:Q159";
    private static final String CHINA = "wd:Q148";
    private static final String INDIA = "wd:Q668";
    private static final String BRAZIL = "wd:Q155";
    private static final String SOUTH_AFRICA = "wd:Q258";
    private static final String SWIFT = "own:swift";

    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ru", "zh", "ar", "pt"})
    void tags_the_three_topics_in_every_language_of_the_demo(String language) {
        // Given
        Article article = SampleArticles.demo(language);

        // When
        Enrichment enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.topics(enrichment)).containsExactlyInAnyOrder("brics", "sanctions", "gpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ru", "zh", "ar", "pt"})
    void finds_everybody_that_the_story_is_about(String language) {
        // Given
        Article article = SampleArticles.demo(language);

        // When
        Enrichment enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.entities(enrichment))
                .contains(PUTIN, SBERBANK, RUSSIA, CHINA, INDIA, BRAZIL, SOUTH_AFRICA, SWIFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ru", "zh", "ar", "pt"})
    void shows_exactly_the_text_between_the_offsets(String language) {
        // Given
        Article article = SampleArticles.demo(language);

        // When
        Enrichment enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.misplaced(article, enrichment)).isEmpty();
    }
}
