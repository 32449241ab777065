package io.copytaster.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's articles and watches, from this module's resources. */
final class DemoTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LANGUAGES = List.of("fr", "en", "ru", "zh", "ar", "pt");

    private DemoTexts() {}

    /**
     * The articles, the French one first. Each run's are articles of their own, told apart by the run in the path of
     * their URL: otherwise a second start would see duplicates, as it should, and no alert.
     */
    public static List<ObjectNode> articles(String run) throws IOException {
        return LANGUAGES.stream()
                .map(DemoTexts::article)
                .map(article -> ofRun(article, run))
                .toList();
    }

    /** The watches, as alert-service takes them, without endpoints. */
    public static List<ObjectNode> watches() {
        return read("watches.json").valueStream().map(ObjectNode.class::cast).toList();
    }

    private static ObjectNode article(String language) {
        return (ObjectNode) read(language + ".json");
    }

    private static ObjectNode ofRun(ObjectNode article, String run) {
        article.put("url", article.path("url").asString("https://demo.example/article") + "/" + run);
        article.remove("id");
        return article;
    }

    private static JsonNode read(String name) {
        try (InputStream in = DemoTexts.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the demo's " + name + " is missing: rebuild cli");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("the demo's " + name + " could not be read", e);
        }
    }
}
