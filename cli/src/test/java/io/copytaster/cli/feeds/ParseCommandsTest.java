package io.copytaster.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.cli.offline.LineFilter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path base;

    @Test
    void a_feed_becomes_a_line_with_the_fields_that_it_has() throws IOException {
        // Given
        Files.writeString(base.resolve("f.xml"), """
            <rss><channel><title>F</title><item><title>T</title><link>/1</link><pubDate>2024-02-05</pubDate><category>C</category>
            <description>&lt;a href="/2"&gt;x&lt;/a&gt;</description></item></channel></rss>\
            """);
        // When
        JsonNode answer = run(ParseFeedCommand.filter(base), """
            {"case":"a","file":"f.xml","httpHeaders":{"Content-Language":"fr"},"feedUrl":"https://p.example/f"}\
            """).getFirst();
        // Then
        assertThat(answer).isEqualTo(JSON.readTree("""
            {"case":"a","feedTitle":"F","feedLanguage":"fr","entries":[{"title":"T","link":"https://p.example/1",
            "published":"2024-02-05T00:00:00Z","contentText":"x","summaryText":"x","language":"fr",
            "contentLinks":["https://p.example/2"],"categories":["C"],"enclosures":[]}],"warnings":[]}\
            """));
    }

    @Test
    void what_is_no_feed_is_rejected_with_cause_and_reason() throws IOException {
        // Given
        Files.writeString(base.resolve("f.xml"), "<html><body>x</body></html>");
        // When
        JsonNode answer = run(ParseFeedCommand.filter(base), "{\"case\":\"a\",\"file\":\"f.xml\"}")
                .getFirst();
        // Then
        assertThat(answer.path("rejected").asBoolean()).isTrue();
        assertThat(answer.path("cause").asString()).isEqualTo("web_page");
        assertThat(answer.path("reason").asString()).startsWith("expected a feed");
    }

    @Test
    void a_list_becomes_a_line_with_its_feeds() throws IOException {
        // Given
        Files.writeString(base.resolve("l.opml"), """
            <opml><body><outline text="World"><outline text="A" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></outline>
            <outline xmlUrl="https://b.example/f"/></body></opml>\
            """);
        // When
        JsonNode answer = run(ParseOpmlCommand.filter(base), "{\"case\":\"a\",\"file\":\"l.opml\"}")
                .getFirst();
        // Then
        assertThat(answer.path("feeds")).isEqualTo(JSON.readTree("""
            [{"title":"A","xmlUrl":"https://a.example/f","htmlUrl":"https://a.example/","category":"World"},{"xmlUrl":"https://b.example/f"}]\
            """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"case\":\"a\"}|in file",
                "{\"file\":\"f\"}|in case",
                "{\"case\":\"a\",\"file\":7}|in file",
                "{\"case\":\"a\",\"file\":\"../f\"}|leads out",
                "{\"case\":\"a\",\"file\":\"/etc/passwd\"}|leads out",
                "{\"case\":\"a\",\"file\":\"none\"}|there is no file",
                "{\"case\":\"a\",\"file\":\".\"}|cannot read",
                "{\"case\":\"a\",\"file\":\"none\",\"feedUrl\":[]}|in feedUrl"
            })
    void a_bad_line_is_answered_in_its_place_and_the_rest_goes_on(String line, String complaint) throws IOException {
        // Given
        Files.writeString(base.resolve("f.xml"), "<rss/>");
        // When
        List<JsonNode> answers = run(ParseFeedCommand.filter(base), line + "\n{\"case\":\"b\",\"file\":\"f.xml\"}");
        // Then
        assertThat(answers.getFirst().path("error").asString()).contains(complaint);
        assertThat(answers.getFirst().path("line").asInt()).isEqualTo(1);
        assertThat(answers.getLast().path("case").asString()).isEqualTo("b");
    }

    private static List<JsonNode> run(LineFilter filter, String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        filter.run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }
}
