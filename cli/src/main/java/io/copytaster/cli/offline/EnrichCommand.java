package io.copytaster.cli.offline;

import io.copytaster.enrichment.Enrichment;
import io.copytaster.enrichment.EnrichmentPipeline;
import io.copytaster.enrichment.answer.MentionAnswer;
import io.copytaster.enrichment.answer.TopicAnswer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code enrich}: tags articles from standard input with the catalogue of this build. */
@Command(
        name = "enrich",
        description = "Read articles as NDJSON and print their language, mentions and topics with evidence.",
        footer = {
            "",
            "A line in:  {\"id\", \"headline\", \"body\", \"language\"?}",
            "A line out: {\"id\", \"language\", \"mentions\": […], \"topics\": […]}, in the same order;",
            "            {\"line\", \"error\"} for a line that cannot be used, and the rest goes on.",
            "",
            "Example: ./copytaster enrich < articles.ndjson | jq -c '[.id, .topics[].topic]'"
        })
public final class EnrichCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Integer call() throws IOException {
        EnrichmentPipeline pipeline = EnrichmentPipeline.fromClasspath();
        return filter(pipeline).run(System.in, System.out).exitCode();
    }

    static LineFilter filter(EnrichmentPipeline pipeline) {
        return new LineFilter(line -> {
            ArticleLine article = ArticleLine.read(line);
            return List.of(answer(article.id(), pipeline.enrich(article.article())));
        });
    }

    private static JsonNode answer(String id, Enrichment enrichment) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", id);
        answer.put("language", enrichment.language());
        answer.put("languageConfidence", enrichment.languageConfidence());
        answer.set(
                "mentions",
                JSON.valueToTree(
                        enrichment.mentions().stream().map(MentionAnswer::of).toList()));
        answer.put("mentionsOmitted", enrichment.mentionsOmitted());
        answer.set(
                "topics",
                JSON.valueToTree(
                        enrichment.topics().stream().map(TopicAnswer::of).toList()));
        return answer;
    }
}
