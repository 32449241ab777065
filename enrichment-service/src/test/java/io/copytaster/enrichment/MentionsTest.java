package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.mention.Field;
import io.copytaster.enrichment.mention.Mention;
import io.copytaster.enrichment.mention.MentionFinder;
import io.copytaster.enrichment.mention.MentionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final String WORLD = """
        - id: wd:Q668
          kind: place
          label: India
          names:
            fr: [{text: Inde, excludes: [océan Inde]}]
            en: [{text: India, excludes: [India ink]}]
            ru: [Индия]
            ko: [인도]
          demonyms:
            en: [Indian]
        - {id: wd:Q252, kind: place, label: Indonesia, names: {ko: [인도네시아]}}
        - {id: wd:Q258, kind: place, label: South Africa, names: {en: [South Africa], und: []}}
        - {id: wd:Q15, kind: place, label: Africa, names: {en: [Africa]}}
        - {id: wd:Q30, kind: place, label: United States, names: {en: [United States, U.S., {text: US, case: exact}]}}
        - id: wd:Q15031
          kind: person
          label: Xi Jinping
          names: {en: [Xi Jinping, {text: Xi, strength: weak}]}
        - id: wd:Q170480
          kind: instrument
          label: SWIFT
          names: {und: [{text: SWIFT, strength: weak, needs: [bank*, payment system]}]}
        - id: wd:Q37181
          kind: person
          label: Lula
          names: {pt: [Lula], en: [{text: Lula, strength: blocked}]}
        - {id: wd:Q17, kind: place, label: Japan, names: {ja: [日本], ko: [일본]}}
        - {id: wd:Q794, kind: place, label: Iran, names: {ja: [イラン]}}
        """;

    private static final EnrichmentPipeline PIPELINE = SmallCatalogue.pipeline(WORLD);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Pour l'Inde, rien ne change. | wd:Q668",
                "fr | Les dindes et les indes du marché | ''",
                "fr | L'océan Inde du poète est loin | ''",
                "en | INDIA WINS IN THE FINAL | wd:Q668",
                "en | The india rubber and the India ink of the painter | ''",
                "en | Indian summer in the city | wd:Q668",
                "ru | Она говорила с Индией о том, что было | wd:Q668",
                "en | He was in South Africa and not in Africa | wd:Q258 wd:Q15",
                "en | It is for us and for the US and the U.S. Navy | wd:Q30 wd:Q30",
                "en | Xi said that it was for the best | ''",
                "en | Xi Jinping spoke and then Xi left the hall | wd:Q15031 wd:Q15031",
                "en | A SWIFT answer was all that they got | ''",
                "en | The banks were cut off from SWIFT in March | wd:Q170480",
                "en | Use a payment system. It is SWIFT that they chose. | wd:Q170480",
                "en | Use a payment system. It rained for days. The sun came. It is SWIFT. | ''",
                "pt | O presidente Lula não está com a Rússia | wd:Q37181",
                "ko | 인도네시아는 인도의 이웃이다 | wd:Q252 wd:Q668",
                "ja | イランの代表はコイランに行った | wd:Q794",
                "ko | 일본에서 열린 회의 | wd:Q17"
            })
    void decides_by_case_length_guard_and_language(String language, String text, String expected) {
        // Given
        Article article = new Article("", text, language);
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(entities(enrichment)).isEqualTo(expected);
    }

    @Test
    void shows_the_text_that_caused_a_mention_with_its_place_and_rule() {
        // Given: two characters of two units each stand before the name
        Article article = new Article("", "😀😀 Банк «Индией» назвал", "ru");
        // When
        Mention mention = PIPELINE.enrich(article).mentions().getFirst();
        // Then
        var evidence = mention.evidence();
        assertThat(mention.kind()).isEqualTo(MentionKind.NAME);
        assertThat(evidence.field()).isEqualTo(Field.BODY);
        assertThat(List.of(evidence.start(), evidence.end())).isEqualTo(List.of(9, 15));
        assertThat(List.of(evidence.exact(), evidence.prefix(), evidence.suffix()))
                .isEqualTo(List.of("Индией", "😀😀 Банк «", "» назвал"));
        assertThat(List.of(evidence.alias(), evidence.derivation(), evidence.rule()))
                .isEqualTo(List.of("Индия", "ru ия→ией", "name"));
    }

    @Test
    void tells_what_confirmed_a_weak_name() {
        // Given
        Article article = new Article("", "The banks were cut off from SWIFT in March", "en");
        // When
        Mention mention = PIPELINE.enrich(article).mentions().getFirst();
        // Then
        assertThat(mention.evidence().rule()).isEqualTo("name, confirmed by 'bank*' nearby");
    }

    @Test
    void lets_the_headline_confirm_a_weak_name_of_the_body() {
        // Given
        Article article =
                new Article("Xi Jinping in Kazan", "It was late. It rained. The hall was full. Then Xi spoke.", "en");
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(entities(enrichment)).isEqualTo("wd:Q15031 wd:Q15031");
    }

    @Test
    void marks_adjectives_as_demonyms() {
        // Given
        Article article = new Article("", "The Indians of the city and the Indian press", "en");
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(enrichment.mentions())
                .extracting(Mention::kind)
                .containsOnly(MentionKind.DEMONYM)
                .hasSize(2);
    }

    @Test
    void lists_at_most_the_bound_and_counts_the_rest() {
        // Given
        Article article = new Article("", "India ".repeat(MentionFinder.MOST_MENTIONS + 7), "en");
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(enrichment.mentions()).hasSize(MentionFinder.MOST_MENTIONS);
        assertThat(enrichment.mentionsOmitted()).isEqualTo(7);
    }

    private static String entities(Enrichment enrichment) {
        return String.join(
                " ",
                enrichment.mentions().stream()
                        .map(mention -> mention.entity().value())
                        .toList());
    }
}
