package io.copytaster.enrichment;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.Field;
import io.copytaster.enrichment.mention.Mention;
import io.copytaster.enrichment.topic.TopicTag;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles to try the engine on: the demo's, and single sentences. */
final class SampleArticles {

    /** One source for the story that the demo tells and the tests check. */
    private static final Path DEMO = Path.of("../cli/src/main/resources/demo");

    private SampleArticles() {}

    static Article demo(String language) {
        JsonNode article = JsonMapper.shared().readTree(DEMO.resolve(language + ".json"));
        return new Article(
                article.required("headline").asString(),
                article.required("body").asString(),
                language);
    }

    static Article sentence(String language, String text) {
        return new Article("", text, language);
    }

    static Set<String> topics(Enrichment enrichment) {
        return enrichment.topics().stream().map(tag -> tag.topic().value()).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> entities(Enrichment enrichment) {
        return enrichment.mentions().stream()
                .map(mention -> mention.entity().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All evidence of an enrichment whose text is not what stands between its offsets. */
    static Set<Evidence> misplaced(Article article, Enrichment enrichment) {
        var ofMentions = enrichment.mentions().stream().map(Mention::evidence);
        var ofTopics = enrichment.topics().stream().map(TopicTag::evidence).flatMap(evidence -> evidence.stream());
        return Stream.concat(ofMentions, ofTopics)
                .filter(evidence -> !evidence.exact().equals(between(article, evidence)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String between(Article article, Evidence evidence) {
        String field = evidence.field() == Field.HEADLINE ? article.headline() : article.body();
        return field.substring(
                field.offsetByCodePoints(0, evidence.start()), field.offsetByCodePoints(0, evidence.end()));
    }
}
