package io.copytaster.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.EnrichmentPipeline;
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

class LineFilterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();

    @Test
    void enriches_line_by_line_in_order() throws IOException {
        // Given
        String lines = """
            {"id":"b","headline":"Les BRICS à Kazan","body":"","language":"fr"}
            {"id":"a","body":"По поручению Путина"}
            """;
        // When
        List<JsonNode> answers = enrich(lines);
        // Then
        assertThat(answers).extracting(answer -> answer.path("id").asString()).isEqualTo(List.of("b", "a"));
        assertThat(answers.getFirst().path("topics").findValuesAsString("topic"))
                .isEqualTo(List.of("brics"));
        JsonNode mention = answers.getLast().path("mentions").path(0);
        assertThat(mention.path("exact").asString()).isEqualTo("Путина");
        assertThat(mention.path("start").asInt()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": | no JSON",
                "[1] | expected a JSON object",
                "{\"id\":\"x\"} | expected a headline or a body",
                "{\"id\":\"x\",\"body\":5} | expected a text in body",
                "{\"id\":\"x\",\"body\":\"a\\ud83d\"} | half a surrogate pair"
            })
    void answers_a_bad_line_with_an_error_and_goes_on(String bad, String reason) throws IOException {
        // Given
        String lines = bad + "\n{\"id\":\"good\",\"body\":\"Sberbank\"}\n";
        // When
        List<JsonNode> answers = enrich(lines);
        // Then
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().path("line").asInt()).isEqualTo(1);
        assertThat(answers.getFirst().path("error").asString()).contains(reason);
        assertThat(answers.getLast().path("id").asString()).isEqualTo("good");
    }

    private static List<JsonNode> enrich(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnrichCommand.filter(PIPELINE).run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }
}
