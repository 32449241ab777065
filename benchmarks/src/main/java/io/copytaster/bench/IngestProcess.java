package io.copytaster.bench;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.port.Ports;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.Ending;
import io.copytaster.localservers.process.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The shipped ingest-service, as its Boot jar in a process of its own. */
final class IngestProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String SINGLE = "/api/v1/articles";
    private static final int TOO_MANY = 429;
    private static final int MOST_REPEATS = 100;
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(100);

    private final ServerProcess process;

    private IngestProcess(ServerProcess process) {
        this.process = process;
    }

    /** Starts it with these options of the JVM, and waits until it is ready. */
    static IngestProcess start(Path project, Path folder, LocalServers servers, List<String> options)
            throws IOException {
        int port = Ports.free();
        var environment = new HashMap<>(servers.springProperties());
        environment.put("SERVER_PORT", String.valueOf(port));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", bootJar(project).toString()));
        var recipe = new ChildRecipe(
                "ingest-service",
                command,
                folder,
                environment,
                folder.resolve("ingest-service.log"),
                folder.resolve("ingest-service.pid"),
                Ending.TERMINATE,
                ChildRecipe.Layer.USER);
        var process = new ServerProcess(recipe, port, () -> isReady(port), READY_WITHIN);
        process.awaitReady();
        return new IngestProcess(process);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return process.port();
    }

    /** A connection that posts one article at a time, and again where it is told to come back. */
    ClosedLoop.Worker singles(SampleArticles articles) throws IOException {
        var connection = new HttpConnection(port());
        return new Connected(connection, (first, _) -> {
            var article = articles.json(first);
            var answer = connection.post(SINGLE, "application/json", article);
            for (int again = 0; answer.status() == TOO_MANY && again < MOST_REPEATS; again++) {
                Thread.sleep(PAUSE_AFTER_REFUSAL);
                answer = connection.post(SINGLE, "application/json", article);
            }
            require(answer.status() == 202 && answer.body().contains("\"accepted\""), answer);
        });
    }

    /** A connection that posts batches. */
    ClosedLoop.Worker batches(SampleArticles articles) throws IOException {
        var connection = new HttpConnection(port());
        return new Connected(connection, (first, count) -> {
            var lines = new ByteArrayOutputStream(count * SampleArticles.BODY);
            for (long number = first; number < first + count; number++) {
                lines.writeBytes(articles.json(number));
                lines.write('\n');
            }
            var answer = connection.post(SINGLE + "/batch", "application/x-ndjson", lines.toByteArray());
            long accepted = answer.body()
                    .lines()
                    .filter(line -> line.contains("\"accepted\""))
                    .count();
            require(accepted == count, answer);
        });
    }

    /** A figure that the service tells about itself. */
    double metric(String name) throws IOException {
        try (var connection = new HttpConnection(port())) {
            return connection
                    .get("/actuator/prometheus")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    @Override
    public void close() {
        process.stop();
    }

    private record Connected(HttpConnection connection, ClosedLoop.Worker work) implements ClosedLoop.Worker {

        @Override
        public void work(long first, int count) throws Exception {
            work.work(first, count);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static void require(boolean good, HttpConnection.Answer answer) {
        if (!good) {
            throw new IllegalStateException("expected every article to be accepted, got " + answer.status() + " "
                    + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
    }

    private static boolean isReady(int port) throws IOException {
        try (var connection = new HttpConnection(port)) {
            return connection.get("/actuator/health/readiness").status() == 200;
        }
    }

    private static Path bootJar(Path project) throws IOException {
        try (var files = Files.list(project.resolve("ingest-service/target"))) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("expected the Boot jar of ingest-service below "
                            + project + "; run mvn -DskipTests package"));
        }
    }
}
