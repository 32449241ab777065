package io.copytaster.cli.feeds;

import io.copytaster.cli.offline.LineFilter;
import io.copytaster.ingest.syndication.FeedBounds;
import io.copytaster.ingest.syndication.FeedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parse-feed}: what ingest reads in feeds, from files. */
@Command(
        name = "parse-feed",
        description = "Read feeds from files as ingest reads them from the network; one line per feed.",
        footer = {
            "",
            "A line in:  {\"case\", \"file\", \"httpHeaders\"?, \"feedUrl\"?}, the file below --base;",
            "            httpHeaders are those that it came with, feedUrl is where it came from.",
            "A line out: {\"case\", \"feedTitle\", \"feedLink\", \"feedLanguage\", \"entries\": […], \"warnings\"},",
            "            or {\"case\", \"rejected\": true, \"cause\", \"reason\"}, in the same order;",
            "            {\"line\", \"error\"} for a line that cannot be used, and the rest goes on.",
            "",
            "Example: ./copytaster parse-feed --base feeds < cases.ndjson | jq -r '.entries[]?.title'"
        })
public final class ParseFeedCommand implements Callable<Integer> {

    @Option(names = "--base", paramLabel = "DIR", description = "Where the files are; here by default.")
    private Path base = Path.of("");

    @Override
    public Integer call() throws IOException {
        return filter(base).run(System.in, System.out).exitCode();
    }

    static LineFilter filter(Path base) {
        FeedReader reader = new FeedReader(FeedBounds.USUAL);
        return new LineFilter(json -> {
            DocumentLine line = DocumentLine.read(json, base, FeedBounds.USUAL.bytes());
            return List.of(FeedAnswer.of(line.name(), reader.read(line.document())));
        });
    }
}
