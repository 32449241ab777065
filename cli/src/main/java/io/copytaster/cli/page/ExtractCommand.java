package io.copytaster.cli.page;

import io.copytaster.cli.offline.LineFilter;
import io.copytaster.cli.offline.UnusableLineException;
import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.extract.Extraction;
import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.extract.Extraction.NoArticle;
import io.copytaster.ingest.extract.metadata.PageMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code extract}: the text and the metadata of articles out of files that hold their pages. */
@Command(
        name = "extract",
        description = "Read the articles out of web pages in files: text, headline, byline, language, site and date.",
        footer = {
            "",
            "A line in:  {\"id\", \"html\", \"url\"?}, html a file below DIR, plain or gzip",
            "A line out: {\"id\", \"articleBody\", \"title\", \"byline\", \"language\", \"site\", \"date\","
                    + " \"modified\",",
            "            \"canonicalUrl\"}, in the same order, null where the page says nothing;",
            "            {\"line\", \"error\"} for a line that cannot be used, and the rest goes on.",
            "",
            "Example: ./copytaster extract --base pages < pages.ndjson | jq -r .articleBody"
        })
public final class ExtractCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--base", paramLabel = "DIR", description = "Where the files are; here without it.")
    private Path base = Path.of(".");

    @Override
    public Integer call() throws IOException {
        return filter(base).run(System.in, System.out).exitCode();
    }

    static LineFilter filter(Path base) {
        PageFiles files = new PageFiles(base);
        ArticleExtractor extractor = new ArticleExtractor();
        return new LineFilter(line -> {
            byte[] page = files.read(text(line, "html"));
            Extraction extraction =
                    extractor.extract(page, null, line.path("url").asString(""));
            return List.of(answer(text(line, "id"), extraction));
        });
    }

    private static JsonNode answer(String id, Extraction extraction) throws UnusableLineException {
        return switch (extraction) {
            case ExtractedArticle article -> answer(id, article);
            case NoArticle none -> throw new UnusableLineException(none.sentence());
        };
    }

    private static ObjectNode answer(String id, ExtractedArticle article) {
        PageMetadata metadata = article.metadata();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", id);
        answer.put("articleBody", article.body());
        answer.put("title", metadata.headline().isEmpty() ? null : metadata.headline());
        answer.put("byline", metadata.byline());
        answer.put("language", metadata.language());
        answer.put("site", metadata.site());
        answer.set("date", JSON.valueToTree(metadata.dates().publishedAt()));
        answer.set("modified", JSON.valueToTree(metadata.dates().modifiedAt()));
        answer.put("canonicalUrl", metadata.canonicalUrl());
        return answer;
    }

    private static String text(ObjectNode line, String field) throws UnusableLineException {
        JsonNode value = line.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw new UnusableLineException("expected a text in " + field + ", got " + value.getNodeType());
        }
        return value.asString();
    }
}
