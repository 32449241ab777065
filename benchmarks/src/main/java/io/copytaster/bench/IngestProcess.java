package io.copytaster.bench;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.jvm.BootJar;
import io.copytaster.localservers.process.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The shipped ingest-service, as its Boot jar in a process of its own. */
final class IngestProcess implements AutoCloseable {

    private static final String SINGLE = "/api/v1/articles";
    private static final int TOO_MANY = 429;
    private static final int MOST_REPEATS = 100;

    private final ServerProcess process;

    private IngestProcess(ServerProcess process) {
        this.process = process;
    }

    /** Starts it with these options of the JVM, and waits until it is ready. */
    static IngestProcess start(Path project, Path folder, LocalServers servers, List<String> options) {
        var process = BootJar.in(project, "ingest-service").start(folder, options, servers.springProperties());
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
                Thread.sleep(answer.retryAfter());
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
}
