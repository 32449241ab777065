package io.copytaster.cli.copy;

import io.copytaster.cli.offline.LineFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code copies}: which articles are copies of one text, as ingest-service decides it. */
@Command(
        name = "copies",
        description =
                "Read articles in order of publication and print the copy group of each: wire copy and its reprints.",
        footer = {
            "",
            "A line in:  {\"id\", \"publisher\"?, \"publishedAt\"?, \"headline\"?, \"body\"}; other fields are"
                    + " ignored.",
            "            Without publishedAt an article counts as published together with the one before.",
            "A line out: {\"id\", \"cluster\"}, in the same order; cluster is the id of the first article with that"
                    + " text",
            "            within the last seven days; {\"line\", \"error\"} for a line that cannot be used.",
            "",
            "Example: ./copytaster copies articles.ndjson | jq -r .cluster | sort | uniq -c | sort -rn | head"
        })
public final class CopiesCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ARTICLES", description = "The articles; standard input without it.")
    private @Nullable Path articles;

    @Override
    public Integer call() throws IOException {
        LineFilter filter = new LineFilter(new LineGrouping());
        try (InputStream in = articles == null ? System.in : Files.newInputStream(articles)) {
            return filter.run(in, System.out).exitCode();
        }
    }
}
