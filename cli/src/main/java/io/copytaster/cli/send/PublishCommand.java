package io.copytaster.cli.send;

import io.copytaster.cli.reach.Addresses;
import io.copytaster.cli.reach.Answer;
import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.cli.terminal.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code publish}: sends articles to ingest and prints its receipts. */
@Command(
        name = "publish",
        description = "Send articles to ingest-service and print one receipt per article.",
        footer = {
            "",
            "An article is a JSON object with headline or body, and url, language, publisher, byline, publishedAt, id.",
            "A file holds one object, an array, or one object per line; - stands for standard input.",
            "",
            "Examples:",
            "  ./copytaster publish article.json",
            "  ./copytaster publish --headline \"Sberbank annonce…\" --language fr",
            "  cat articles.ndjson | ./copytaster publish - | jq .outcome"
        })
public final class PublishCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private Addresses addresses = new Addresses();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files with articles; - for standard input.")
    private List<Path> files = List.of();

    @Option(names = "--headline", paramLabel = "TEXT", description = "Send one article with this headline.")
    private String headline = "";

    @Option(names = "--body", paramLabel = "TEXT", description = "Its body.")
    private String body = "";

    @Option(names = "--language", paramLabel = "TAG", description = "Its language, for example fr.")
    private String language = "";

    @Option(names = "--json", description = "One JSON object per line, on a terminal too.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<String> articles = headline.isEmpty() && body.isEmpty() ? read() : List.of(fromOptions());
        Output output = Output.of(json);
        ServiceClient ingest = addresses.ingest();
        int refused = 0;
        for (String article : articles) {
            Answer answer = ingest.post("/api/v1/articles", article);
            refused += answer.isGood() ? 0 : 1;
            print(output, answer);
        }
        return (refused == 0 ? ExitCode.GOOD : ExitCode.REFUSED).number();
    }

    private List<String> read() throws IOException {
        if (files.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "expected files, - for standard input, or --headline; got none of them");
        }
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(read(file)).append('\n');
        }
        return ArticleFiles.split(text.toString());
    }

    private static String read(Path file) throws IOException {
        return file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
    }

    private String fromOptions() {
        ObjectNode article = JSON.createObjectNode();
        article.put("headline", headline);
        article.put("body", body);
        if (!language.isEmpty()) {
            article.put("language", language);
        }
        return JSON.writeValueAsString(article);
    }

    private static void print(Output output, Answer answer) {
        ObjectNode line = JSON.createObjectNode();
        if (answer.isGood()) {
            output.result(
                    answer.json(),
                    answer.json().path("articleId").asString("?") + "  "
                            + answer.json().path("outcome").asString("?"));
        } else {
            line.put("status", answer.status());
            line.put("error", answer.detail());
            output.result(line, "refused (" + answer.status() + "): " + answer.detail());
        }
    }
}
