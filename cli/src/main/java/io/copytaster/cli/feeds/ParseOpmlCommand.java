package io.copytaster.cli.feeds;

import io.copytaster.cli.offline.LineFilter;
import io.copytaster.ingest.opml.OpmlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parse-opml}: what ingest reads in lists of feeds, from files. */
@Command(
        name = "parse-opml",
        description = "Read lists of feeds in OPML from files as ingest imports them; one line per list.",
        footer = {
            "",
            "A line in:  {\"case\", \"file\", \"httpHeaders\"?}, the file below --base.",
            "A line out: {\"case\", \"feeds\": [{\"title\", \"xmlUrl\", \"htmlUrl\", \"category\"}], \"warnings\"},",
            "            or {\"case\", \"rejected\": true, \"reason\"}, in the same order;",
            "            {\"line\", \"error\"} for a line that cannot be used, and the rest goes on.",
            "",
            "Example: ./copytaster parse-opml --base lists < cases.ndjson | jq -r '.feeds[]?.xmlUrl'"
        })
public final class ParseOpmlCommand implements Callable<Integer> {

    @Option(names = "--base", paramLabel = "DIR", description = "Where the files are; here by default.")
    private Path base = Path.of("");

    @Override
    public Integer call() throws IOException {
        return filter(base).run(System.in, System.out).exitCode();
    }

    static LineFilter filter(Path base) {
        OpmlReader reader = new OpmlReader();
        return new LineFilter(json -> {
            DocumentLine line = DocumentLine.read(json, base, OpmlReader.BYTES);
            return List.of(OpmlAnswer.of(
                    line.name(),
                    reader.read(line.document().body(), line.document().headers())));
        });
    }
}
