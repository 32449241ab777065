package io.copytaster.cli.follow;

import io.copytaster.cli.reach.Addresses;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.cli.terminal.Output;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Wire;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code tail}: the records of a stream as JSON. */
@Command(
        name = "tail",
        description = "Print the last records of a stream as JSON, decoded with the schemas of the registry.",
        footer = {
            "",
            "Streams: news.article-ingested, news.article-backfilled, news.article-enriched, news.watch-matched,",
            "news.alert-raised, news.delivery-finished, news.catalogue, and each with -dlt for its dead letters;",
            "the prefix news. may be left out.",
            "",
            "Examples:",
            "  ./copytaster tail article-enriched -f | jq '.event.topics[].topic'",
            "  ./copytaster tail article-ingested-dlt -n 100"
        })
public final class TailCommand implements Callable<Integer> {

    private static final String PREFIX = "news.";
    private static final String DEAD_LETTERS = "-dlt";
    private static final int LONGEST_LINE = 160;

    @Mixin
    private Addresses addresses = new Addresses();

    @Parameters(paramLabel = "STREAM", description = "Name of the stream.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what arrives, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Begin with the last records of each partition (${DEFAULT-VALUE}).")
    private long last;

    @Option(names = "--json", description = "One JSON object per line, on a terminal too.")
    private boolean json;

    @Override
    public Integer call() {
        Output output = Output.of(json);
        String stream = name.startsWith(PREFIX) ? name : PREFIX + name;
        Function<ConsumerRecord<byte[], byte[]>, ObjectNode> reading = reading(stream);
        try (StreamTail tail = StreamTail.open(addresses.kafka(), stream, last)) {
            tail.read(follow, record -> {
                ObjectNode line = reading.apply(record);
                output.result(line, shortened(line));
                return !output.isUnread();
            });
        }
        return ExitCode.GOOD.number();
    }

    private Function<ConsumerRecord<byte[], byte[]>, ObjectNode> reading(String stream) {
        if (stream.endsWith(DEAD_LETTERS)) {
            return RecordJson::ofDeadLetter;
        }
        return Streams.ALL.stream()
                .filter(declared -> declared.name().equals(stream))
                .findFirst()
                .<Function<ConsumerRecord<byte[], byte[]>, ObjectNode>>map(this::decoding)
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE,
                        "there is no stream " + stream + "; there are "
                                + Streams.ALL.stream().map(EventStream::name).collect(Collectors.joining(", "))));
    }

    private <V extends SpecificRecord> Function<ConsumerRecord<byte[], byte[]>, ObjectNode> decoding(
            EventStream<V> stream) {
        Map<String, String> config =
                Map.of("schema.registry.url", addresses.registry().toString());
        EventReader<V> reader = new EventReader<>(stream, Wire.deserializer(config));
        return record -> RecordJson.of(record, reader);
    }

    private static String shortened(ObjectNode line) {
        String event = (line.has("event") ? line.path("event") : line).toString();
        String place =
                line.path("partition").asInt() + ":" + line.path("offset").asLong() + "  "
                        + line.path("at").asString() + "  " + line.path("key").asString() + "  ";
        return place + (event.length() <= LONGEST_LINE ? event : event.substring(0, LONGEST_LINE) + "…");
    }
}
