package io.copytaster.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = """
        <html lang="fr"><head><title>Le pont rouvre | Le Fanal</title>
        <meta property="og:site_name" content="Le Fanal">
        <meta property="article:published_time" content="2026-03-02T08:00:00+01:00"></head>
        <body><nav><a href="/">Accueil</a></nav><h1>Le pont rouvre</h1><p>Le vieux pont de pierre a rouvert lundi matin
        après deux années de travaux, a annoncé la mairie.</p></body></html>
        """;

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void prints_the_article_of_a_page() throws IOException {
        // Given
        Files.writeString(directory.resolve("pont.html"), PAGE);

        // When
        List<JsonNode> answers = extract("{\"id\":\"pont\",\"html\":\"pont.html\"}");

        // Then
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.path("id").asString()).isEqualTo("pont");
            assertThat(answer.path("articleBody").asString())
                    .isEqualTo("Le vieux pont de pierre a rouvert lundi matin après deux années de travaux,"
                            + " a annoncé la mairie.");
            assertThat(answer.path("title").asString()).isEqualTo("Le pont rouvre");
            assertThat(answer.path("language").asString()).isEqualTo("fr");
            assertThat(answer.path("site").asString()).isEqualTo("Le Fanal");
            assertThat(answer.path("date").asString()).isEqualTo("2026-03-02T07:00:00Z");
            assertThat(answer.get("byline").isNull()).isTrue();
        });
    }

    @Test
    void reads_a_compressed_page_like_a_plain_one() throws IOException {
        // Given
        try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("pont.html.gz")))) {
            out.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }

        // When
        List<JsonNode> answers = extract("{\"id\":\"pont\",\"html\":\"pont.html.gz\"}");

        // Then
        assertThat(answers.getFirst().path("articleBody").asString()).startsWith("Le vieux pont");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"x\",\"html\":\"absent.html\"} | there is no file",
                "{\"id\":\"x\",\"html\":\"../secret.html\"} | expected a file below",
                "{\"id\":\"x\",\"html\":\"/etc/hostname\"} | expected a file below",
                "{\"id\":\"x\"} | expected a text in html",
                "{\"html\":\"good.html\"} | expected a text in id",
                "{\"id\":\"x\",\"html\":\"empty.html\"} | expected a page with text"
            })
    void answers_a_line_it_cannot_use_with_an_error_and_goes_on(String bad, String reason) throws IOException {
        // Given
        Files.writeString(directory.resolve("good.html"), PAGE);
        Files.writeString(directory.resolve("empty.html"), "");

        // When
        List<JsonNode> answers = extract(bad + "\n{\"id\":\"good\",\"html\":\"good.html\"}");

        // Then
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().path("error").asString()).contains(reason);
        assertThat(answers.getLast().path("id").asString()).isEqualTo("good");
    }

    private List<JsonNode> extract(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExtractCommand.filter(directory).run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }
}
