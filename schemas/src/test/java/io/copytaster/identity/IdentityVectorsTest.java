package io.copytaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors come from the Python program in README.md, so two implementations agree on each. */
class IdentityVectorsTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void makes_the_identity_that_the_published_vector_states(JsonNode vector) {
        // Given
        var in = vector.path("in");

        // When
        var identity = identity(vector.path("kind").asString(), in);

        // Then
        assertThat(identity).isEqualTo(vector.path("id").asString());
    }

    @Test
    void publishes_a_vector_of_every_kind() throws IOException {
        // When
        Set<String> kinds =
                vectors().map(vector -> vector.path("kind").asString()).collect(Collectors.toSet());

        // Then
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "article-url",
                        "article-client",
                        "article-content",
                        "content",
                        "revision",
                        "withdrawal",
                        "match",
                        "alert",
                        "delivery");
    }

    private static String identity(String kind, JsonNode in) {
        return switch (kind) {
            case "article-url" -> ArticleId.ofUrl(text(in, "canonicalUrl")).value();
            case "article-client" ->
                ArticleId.ofClient(nullable(in, "publisher"), text(in, "clientId"))
                        .value();
            case "article-content" ->
                ArticleId.ofContent(nullable(in, "publisher"), new ContentHash(text(in, "contentHash")))
                        .value();
            case "content" ->
                ContentHash.of(text(in, "headline"), text(in, "body")).value();
            case "revision" -> revision(in).value();
            case "withdrawal" ->
                RevisionId.ofWithdrawal(new ArticleId(text(in, "articleId")), new RevisionId(text(in, "previous")))
                        .value();
            case "match" ->
                MatchId.of(text(in, "watchId"), new RevisionId(text(in, "revisionId")))
                        .value();
            case "alert" ->
                AlertId.of(text(in, "watchId"), text(in, "storyOrArticleId"), text(in, "kind"), text(in, "trigger"))
                        .value();
            case "delivery" ->
                DeliveryId.of(
                                text(in, "endpointId"),
                                text(in, "storyOrArticleId"),
                                text(in, "kind"),
                                text(in, "trigger"))
                        .value();
            default -> throw new IllegalArgumentException("a vector of an unknown kind: " + kind);
        };
    }

    private static RevisionId revision(JsonNode in) {
        var previous = nullable(in, "previous");
        return RevisionId.of(
                new ArticleId(text(in, "articleId")),
                previous == null ? null : new RevisionId(previous),
                new ContentHash(text(in, "contentHash")));
    }

    private static String text(JsonNode in, String field) {
        return in.path(field).asString();
    }

    private static @Nullable String nullable(JsonNode in, String field) {
        return in.path(field).isNull() ? null : text(in, field);
    }

    private static Stream<JsonNode> vectors() throws IOException {
        try (var json = Objects.requireNonNull(ArticleId.class.getResourceAsStream("identity-vectors.json"))) {
            return StreamSupport.stream(JsonMapper.shared().readTree(json).spliterator(), false);
        }
    }
}
