package io.copytaster.cli.offline;

import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.enrichment.EnrichmentPipeline;
import io.copytaster.text.query.QueryBounds;
import io.copytaster.text.query.QueryParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code match}: which watches fit which articles, and why, without any service. */
@Command(
        name = "match",
        description = "Enrich articles and match them against the watches of a file; one line per match.",
        footer = {
            "",
            "In:  one JSON object per line with id, headline, body and perhaps language.",
            "Out: {\"id\", \"watch\", \"reasons\": […]} per match, in the order of the articles;",
            "     {\"line\", \"error\"} for a line that is no article.",
            "FILE holds watches as alert-service takes them, an array of {\"name\", \"query\"}.",
            "Exit code 1 if nothing matched.",
            "",
            "Example:",
            "  ./copytaster match --watches watches.json articles.ndjson | jq -r .watch | sort | uniq -c"
        })
public final class MatchCommand implements Callable<Integer> {

    @Option(names = "--watches", required = true, paramLabel = "FILE", description = "The watches.")
    private Path watchFile = Path.of("watches.json");

    @Parameters(arity = "0..1", paramLabel = "ARTICLES", description = "The articles; standard input without it.")
    private @Nullable Path articles;

    @Override
    public Integer call() throws IOException {
        WatchFile watches = WatchFile.read(watchFile);
        WatchMatcher matcher = new WatchMatcher(new QueryParser(QueryBounds.USUAL), Clock.systemUTC());
        watches.all()
                .forEach(watch -> matcher.apply(watch).ifPresent(refusal -> {
                    throw new CommandFailedException(
                            ExitCode.USAGE, "watch \"" + watch.draft().name() + "\": " + refusal);
                }));
        LineMatching matching = new LineMatching(EnrichmentPipeline.fromClasspath(), matcher, watches);
        LineFilter filter = new LineFilter(line -> matching.match(ArticleLine.read(line)));
        try (InputStream in = articles == null ? System.in : Files.newInputStream(articles)) {
            return (filter.run(in, System.out).results() > 0 ? ExitCode.GOOD : ExitCode.NEGATIVE).number();
        }
    }
}
