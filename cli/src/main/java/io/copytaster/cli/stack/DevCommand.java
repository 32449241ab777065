package io.copytaster.cli.stack;

import io.copytaster.cli.demo.Arrival;
import io.copytaster.cli.demo.Demo;
import io.copytaster.cli.reach.StackPorts;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.cli.terminal.Output;
import io.copytaster.localservers.port.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dev}: the whole system on this machine, with a demo. */
@Command(
        name = "dev",
        description = "Run the whole system on this machine: PostgreSQL, Kafka, schema registry and the three services,"
                + " each a process of its own, and show the first alert.",
        footer = {
            "",
            "Ctrl-C ends everything and keeps the data. Not for production: no passwords, one broker.",
            "",
            "Examples:",
            "  ./copytaster dev",
            "  ./copytaster dev --fresh --port-base 20000 --data-dir /tmp/other",
            "  ./copytaster dev --demo-and-exit --json"
        })
public final class DevCommand implements Callable<Integer> {

    private static final Duration FIRST_ALERT_WITHIN = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int MOST_ALERTS = 100;

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything is kept (.copytaster in the project).")
    private Path directory = Path.of(System.getProperty("copytaster.home", "."), ".copytaster");

    @Option(names = "--port-base", paramLabel = "PORT", description = "Use eight ports in a row from here on.")
    private int portBase;

    @Option(names = "--no-demo", description = "Start everything, post nothing.")
    private boolean noDemo;

    @Option(names = "--demo-and-exit", description = "Run the demo, then end; exit code 0 only if the alert arrived.")
    private boolean demoAndExit;

    @Option(names = "--json", description = "Print one JSON object about the start and the demo.")
    private boolean json;

    private final Stopwatch stopwatch = Stopwatch.ofThisCommand();
    private final DevReport report = new DevReport();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Output output = Output.spoken(json);
        StackSettings settings = settings();
        try (StackLock _ = StackLock.take(settings.directory())) {
            if (fresh) {
                deleteData(settings.directory());
            }
            return run(settings, output);
        }
    }

    private int run(StackSettings settings, Output output) throws IOException, InterruptedException {
        if (noDemo) {
            Stack stack = start(settings, output);
            return stay(stack, output, Optional.empty());
        }
        Ports.requireFree(settings.ports().receiver(), "the webhook receiver");
        try (Demo demo = new Demo(settings.ports().receiver(), stopwatch::millis)) {
            Stack stack = start(settings, output);
            demo.subscribe(stack.alert(), settings.directory());
            int articles = demo.post(stack.ingest(), "run-" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
            return watch(demo, articles, stack, output);
        }
    }

    private int watch(Demo demo, int articles, Stack stack, Output output) throws IOException, InterruptedException {
        Optional<Arrival> first = demo.next(FIRST_ALERT_WITHIN);
        if (first.isEmpty()) {
            output.say("  ✘ no alert within " + FIRST_ALERT_WITHIN.toSeconds() + " s; the logs are in " + directory
                    + "/log, and ./copytaster doctor looks for the cause");
            return demoAndExit ? ExitCode.NEGATIVE.number() : stay(stack, output, Optional.of(demo));
        }
        AlertLines.of(first.get()).forEach(output::say);
        if (!demoAndExit) {
            return stay(stack, output, Optional.of(demo));
        }
        List<Arrival> rest = demo.rest(SILENCE, MOST_ALERTS);
        output.result(
                report.of(stack, first.get(), articles, 1 + rest.size()), "  " + (1 + rest.size()) + " alerts in all");
        stack.stop();
        stack.prepareFasterStarts();
        boolean allVerified = Stream.concat(first.stream(), rest.stream()).allMatch(Arrival::isVerified);
        return (allVerified ? ExitCode.GOOD : ExitCode.NEGATIVE).number();
    }

    private Stack start(StackSettings settings, Output output) throws IOException {
        Stack stack = Stack.start(settings, (part, address) -> {
            long millis = stopwatch.millis();
            report.ready(part, millis);
            output.say(
                    String.format(Locale.ROOT, "  %-30s %-24s ready %5.1f s", part.title(), address, millis / 1000.0));
        });
        return stack;
    }

    private static List<String> whereToLook(Stack stack) {
        return List.of(
                "  All alerts:      curl -s " + stack.alert().root().resolve("/api/v1/alerts"),
                "  What to ask:     " + stack.alert().root().resolve("/v3/api-docs")
                        + " (OpenAPI; each service has one)",
                "  The tags:        ./copytaster tail news.article-enriched",
                "  What is wrong:   ./copytaster doctor");
    }

    /** Shows alerts until Ctrl-C; says so when a part ends by itself. */
    private int stay(Stack stack, Output output, Optional<Demo> demo) throws InterruptedException {
        whereToLook(stack).forEach(output::say);
        output.say("  Ctrl-C ends everything and keeps the data in " + directory);
        while (true) {
            Optional<Arrival> arrival = demo.isPresent() ? demo.get().next(SILENCE) : pause();
            arrival.map(AlertLines::of).ifPresent(lines -> lines.forEach(output::say));
            for (var part : stack.parts().entrySet()) {
                if (!part.getValue().process().isAlive()) {
                    output.say("  ✘ " + part.getKey().title() + " ended; its log is " + directory + "/log/"
                            + part.getKey().key() + ".log");
                    return ExitCode.NEGATIVE.number();
                }
            }
        }
    }

    private static Optional<Arrival> pause() throws InterruptedException {
        synchronized (DevCommand.class) {
            DevCommand.class.wait(SILENCE.toMillis());
        }
        return Optional.empty();
    }

    private StackSettings settings() {
        String token = System.getenv("COPYTASTER_TOKEN");
        Path project = Path.of(System.getProperty("copytaster.home", "."));
        return new StackSettings(project, directory, StackPorts.from(portBase), token == null ? "" : token);
    }

    /** What was unpacked stays: it is no data. */
    private static void deleteData(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve("demo.json"));
        Files.deleteIfExists(directory.resolve("secret.key"));
        Path data = directory.resolve("data");
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
