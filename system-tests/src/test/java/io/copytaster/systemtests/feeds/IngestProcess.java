package io.copytaster.systemtests.feeds;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.port.Ports;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.Ending;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service alone, as its Boot jar in a process of its own, with settings and addresses that it may reach. */
public final class IngestProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String HEAP = "-Xmx256m";

    private final ServerProcess process;

    private IngestProcess(ServerProcess process) {
        this.process = process;
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param folder where its log is
     * @param allowed what the guard allows besides public addresses, comma-separated
     * @param settings values by full key
     */
    public static IngestProcess start(Path folder, LocalServers servers, String allowed, Map<String, String> settings) {
        int port = Ports.free();
        var environment = new HashMap<>(servers.springProperties());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("COPYTASTER_GUARD_ALLOW", allowed);
        environment.put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                bootJar().toString());
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
        var started = new IngestProcess(process);
        process.awaitReady();
        return started;
    }

    /** The base URL of its API, {@code /api/v1} not included. */
    public String url() {
        return "http://127.0.0.1:" + process.port();
    }

    /** Whether the process runs and says that it is ready. */
    public boolean isAlive() {
        try {
            return process.isAlive() && isReady(process.port());
        } catch (IOException _) {
            return false;
        }
    }

    /** The process, by which it is told from its successor after a restart. */
    public long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Starts it again with the same settings and waits until it is ready. */
    public void restart() {
        process.restart();
    }

    /** Live heap in bytes: a full collection is made first. */
    public long liveHeap() throws IOException, InterruptedException {
        return Heap.live(process.pid());
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Path bootJar() {
        var target =
                Path.of("").toAbsolutePath().resolveSibling("ingest-service").resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Boot jar in " + target + ": run mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException("no Boot jar in " + target + ": run mvn package", e);
        }
    }

    private static boolean isReady(int port) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        try {
            return connection.getResponseCode() == 200;
        } finally {
            connection.disconnect();
        }
    }
}
