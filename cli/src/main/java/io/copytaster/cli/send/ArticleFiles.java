package io.copytaster.cli.send;

import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Articles in a text: objects one after another, with or without line breaks, or arrays of objects. */
final class ArticleFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ArticleFiles() {}

    static List<String> split(String text) {
        List<String> articles = new ArrayList<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) {
                    value.forEach(element -> articles.add(JSON.writeValueAsString(element)));
                } else {
                    articles.add(JSON.writeValueAsString(value));
                }
            }
            return articles;
        } catch (JacksonException e) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "expected JSON objects, got something else after " + articles.size() + " of them: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
