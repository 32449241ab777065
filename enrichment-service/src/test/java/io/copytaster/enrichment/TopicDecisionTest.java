package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.topic.Salience;
import io.copytaster.enrichment.topic.TopicTag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicDecisionTest {

    private static final String ENTITIES = """
        - {id: wd:Q159, kind: place, label: Russia, names: {en: [Russia]}}
        - {id: wd:Q170481, kind: grouping, label: BRICS, names: {und: [BRICS]}}
        """;

    private static final String SANCTIONS = """
        id: sanctions
        label: Sanctions
        codes: [medtop:20000642]
        threshold: 1.0
        cues:
          en:
            - {text: sanction, weight: 0.6}
            - {text: economic sanctions, weight: 1.0, excludes: [economic sanctions in sport]}
            - {text: embargo, weight: 1.0, needs: [oil, arms]}
            - {text: freeze, weight: 0.5, anchor: false}
        entities: [{id: wd:Q170481, weight: 1.0, anchor: true}]
        near: {kinds: [place], weight: 0.4}
        context: {en: [Treasury, list]}
        negative: {en: [referee, FIFA]}
        """;

    private static final EnrichmentPipeline PIPELINE = SmallCatalogue.pipeline(ENTITIES, SANCTIONS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | '' | The economic sanctions were not lifted.",
                "false | '' | The sanctions were not lifted.",
                "true  | '' | The sanctions of the Treasury were not lifted.",
                "true  | '' | The sanctions on Russia were not lifted.",
                "false | '' | The sanctions were not lifted. It was in Russia.",
                "true  | Sanctions stay | It was late in the year.",
                "false | '' | The freeze was on the list of the Treasury in Russia.",
                "false | '' | The referee knows the economic sanctions.",
                "true  | '' | The referee left. The economic sanctions stay.",
                "false | '' | The economic sanctions in sport stay.",
                "false | '' | The press embargo stays.",
                "true  | '' | The embargo on arms stays.",
                "true  | '' | It was said at the BRICS meeting.",
                "false | '' | The unsanctioned march was in Russia and on the list."
            })
    void needs_an_anchor_and_enough_support(boolean given, String headline, String body) {
        // Given
        Article article = new Article(headline, body, "en");
        // When
        List<TopicTag> topics = PIPELINE.enrich(article).topics();
        // Then
        assertThat(!topics.isEmpty()).isEqualTo(given);
    }

    @Test
    void is_surer_of_more_support_and_never_surer_than_sure() {
        // Given
        Article thin = new Article("", "The economic sanctions were not lifted.", "en");
        Article rich = new Article("Economic sanctions on Russia", "The embargo on oil and the BRICS list.", "en");
        // When
        double little = confidence(thin);
        double much = confidence(rich);
        // Then
        assertThat(little).isBetween(0.5, 0.8);
        assertThat(much).isGreaterThan(little).isLessThanOrEqualTo(1);
    }

    @Test
    void calls_central_what_the_headline_says() {
        // Given
        Article article = new Article("Economic sanctions stay", "It was late.", "en");
        // When
        TopicTag tag = PIPELINE.enrich(article).topics().getFirst();
        // Then
        assertThat(tag.salience()).isEqualTo(Salience.CENTRAL);
    }

    @Test
    void calls_mentioned_what_the_body_says_once() {
        // Given
        Article article = new Article("A long day", "The economic sanctions stay.", "en");
        // When
        TopicTag tag = PIPELINE.enrich(article).topics().getFirst();
        // Then
        assertThat(tag.salience()).isEqualTo(Salience.MENTIONED);
    }

    @Test
    void shows_at_most_five_pieces_of_evidence_the_anchors_first() {
        // Given
        Article article = new Article("", "The list. " + "Economic sanctions on Russia. ".repeat(9), "en");
        // When
        TopicTag tag = PIPELINE.enrich(article).topics().getFirst();
        // Then
        assertThat(tag.evidence()).hasSize(5);
        assertThat(tag.evidence().getFirst().exact()).isEqualTo("Economic sanctions");
        assertThat(tag.codes()).isEqualTo(List.of("medtop:20000642"));
    }

    private static double confidence(Article article) {
        return PIPELINE.enrich(article).topics().getFirst().confidence();
    }
}
