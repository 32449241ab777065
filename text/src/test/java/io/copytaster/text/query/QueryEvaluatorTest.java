package io.copytaster.text.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.text.query.ArticleView.FieldText;
import io.copytaster.text.query.ArticleView.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEvaluatorTest {

    private static final String HEADLINE = "Sberbank se tourne vers la Chine";
    private static final String BODY = "Le président a parlé à Moscou. La Banque, dit-il, coopère.\n"
            + "Les États-Unis, SWIFT et l'Iran : 中国人工智能联盟. 🙂 Сбербанк и Китай.";

    private final ArticleView article = new ArticleView(
            new FieldText(Scope.HEADLINE, HEADLINE),
            new FieldText(Scope.BODY, BODY),
            Map.of(
                    "wd:Q205012", List.of(new Place(Scope.HEADLINE, 0, 8), new Place(Scope.BODY, 113, 121)),
                    "wd:Q148", List.of(new Place(Scope.HEADLINE, 27, 32))),
            Map.of("brics", 0.9, "gpu", 0.6),
            Map.of(
                    Attribute.LANGUAGE, List.of("fr-FR"),
                    Attribute.URL, List.of("https://Example.org/Monde/1"),
                    Attribute.PUBLISHER, List.of("Le Monde", "Groupe Le Monde"),
                    Attribute.SOURCE, List.of("f1"),
                    Attribute.BYLINE, List.of("par Anna Müller")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sberbank",
                "SBERBANK",
                "etats-unis",
                "iran",
                "l'iran",
                "=SWIFT",
                "=Sberbank",
                "\"la banque\"",
                "\"中国\"",
                "人工智能",
                "中*",
                "сбербанк",
                "coop*",
                "headline:chine",
                "body:moscou",
                "lead:moscou",
                "lead:banque",
                "language:fr",
                "language:FR-fr",
                "url:example.org/monde",
                "publisher:\"le monde\"",
                "publisher:\"groupe le monde\"",
                "source:f1",
                "byline:muller",
                "entity:wd:Q205012",
                "headline:entity:wd:Q148",
                "topic:brics",
                "topic:brics>=0.9",
                "topic:gpu>=0.6",
                "sberbank -absent",
                "absent OR chine",
                "président NEAR/3 moscou",
                "moscou NEAR/3 président",
                "ONEAR/3(président moscou)",
                "NEAR/5(entity:wd:Q205012 chine)",
                "NEAR/3(moscou président parlé)",
                "ATLEAST/2(sberbank absent moscou)"
            })
    void finds(String query) {
        assertThat(QueryEvaluator.evaluate(parsed(query), article)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sberban",
                "=sberbank",
                "=Swift",
                "\"banque la\"",
                "headline:moscou",
                "body:tourne",
                "lead:swift",
                "language:en",
                "publisher:monde",
                "source:f2",
                "entity:wd:Q1",
                "body:entity:wd:Q148",
                "topic:gpu>=0.61",
                "topic:sanctions",
                "sberbank -chine",
                "sberbank absent",
                "president NEAR/1 moscou",
                "ONEAR/9(moscou président)",
                "moscou NEAR/9 banque",
                "NEAR/3(sberbank entity:wd:Q205012)",
                "ATLEAST/3(sberbank absent moscou)"
            })
    void does_not_find(String query) {
        assertThat(QueryEvaluator.evaluate(parsed(query), article)).isEmpty();
    }

    @Test
    void shows_places_whose_text_is_what_was_found() {
        // When
        var findings = QueryEvaluator.evaluate(parsed("сбербанк chine -absent"), article)
                .orElseThrow();
        // Then
        assertThat(findings).hasSize(2);
        var place = findings.getFirst().places().getFirst();
        assertThat(article.body().between(place.start(), place.end())).isEqualTo("Сбербанк");
        assertThat(findings.getLast().places()).containsExactly(new Place(Scope.HEADLINE, 27, 32));
    }

    @Test
    void shows_at_most_five_places_of_a_clause() {
        // Given
        var repeated = new ArticleView(
                new FieldText(Scope.HEADLINE, ""),
                new FieldText(Scope.BODY, "a ".repeat(50)),
                Map.of(),
                Map.of(),
                Map.of());
        // When
        var findings = QueryEvaluator.evaluate(parsed("a"), repeated).orElseThrow();
        // Then
        assertThat(findings.getFirst().places()).hasSize(QueryEvaluator.PLACES);
    }

    @Test
    void a_missing_attribute_does_not_fit() {
        // Given
        var bare = new ArticleView(
                new FieldText(Scope.HEADLINE, "a"), new FieldText(Scope.BODY, ""), Map.of(), Map.of(), Map.of());
        // When, Then
        assertThat(QueryEvaluator.evaluate(parsed("a language:fr"), bare)).isEmpty();
    }

    private static Query parsed(String text) {
        return switch (new QueryParser(QueryBounds.USUAL).parse(text)) {
            case Parsing.Parsed(var query, var _) -> query;
            case Parsing.Refused refused -> throw new AssertionError(text + ": " + refused.sentence());
        };
    }
}
