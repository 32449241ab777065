package io.copytaster.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.cli.offline.LineFilter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineGroupingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT =
            "The ferry company on Monday cancelled all crossings to the northern islands because of a storm. About 900"
                    + " passengers spent the night in sports halls. The harbour master expects the wind to ease by"
                    + " Wednesday.";

    @Test
    void names_for_each_article_in_order_the_first_with_its_text() throws IOException {
        // Given
        String lines = line("b", "2026-05-04T09:00:00Z", TEXT)
                + line(
                        "a",
                        "2026-05-04T12:00:00+02:00",
                        "Une tempête a privé d'électricité quatre villages de la côte.")
                + line("c", "2026-05-10T09:00:00Z", "OSTHAVN (Kystbladet) - " + TEXT);
        // When
        List<JsonNode> answers = group(lines);
        // Then
        assertThat(answers)
                .map(answer -> answer.path("id").asString() + " in "
                        + answer.path("cluster").asString())
                .containsExactly("b in b", "a in a", "c in b");
        assertThat(answers.getFirst()).hasToString("{\"id\":\"b\",\"cluster\":\"b\"}");
    }

    @Test
    void starts_a_new_group_for_a_text_that_returns_after_more_than_a_week() throws IOException {
        // Given
        String lines = line("old", "2026-05-04T09:00:00Z", TEXT) + line("new", "2026-05-12T09:00:00Z", TEXT);
        // When
        List<JsonNode> answers = group(lines);
        // Then
        assertThat(answers.getLast().path("cluster").asString()).isEqualTo("new");
    }

    @Test
    void counts_an_article_without_a_date_together_with_the_one_before() throws IOException {
        // Given
        String lines = line("a", "2026-05-04T09:00:00Z", TEXT) + "{\"id\":\"b\",\"publishedAt\":null,\"body\":\"" + TEXT
                + "\"}\n";
        // When
        List<JsonNode> answers = group(lines);
        // Then
        assertThat(answers.getLast().path("cluster").asString()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"body\":\"x\"} | expected an id, got none",
                "{\"id\":7,\"body\":\"x\"} | expected a text in id, got NUMBER",
                "{\"id\":\"x\"} | expected a headline or a body, got neither",
                "{\"id\":\"x\",\"body\":\"y\",\"publishedAt\":\"yesterday\"} | expected publishedAt as an instant",
                "no json | expected a JSON object"
            })
    void answers_a_bad_line_with_an_error_and_goes_on(String bad, String reason) throws IOException {
        // When
        List<JsonNode> answers = group(bad + "\n" + line("good", "2026-05-04T09:00:00Z", TEXT));
        // Then
        assertThat(answers.getFirst().path("line").asInt()).isEqualTo(1);
        assertThat(answers.getFirst().path("error").asString()).startsWith(reason);
        assertThat(answers.getLast().path("cluster").asString()).isEqualTo("good");
    }

    private static String line(String id, String publishedAt, String body) {
        return JSON.createObjectNode()
                        .put("id", id)
                        .put("lang", "en")
                        .put("publisher", "publisher of " + id)
                        .put("publishedAt", publishedAt)
                        .put("headline", "Storm")
                        .put("body", body)
                + "\n";
    }

    private static List<JsonNode> group(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LineFilter(new LineGrouping()).run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }
}
