package io.copytaster.systemtests.feeds;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.jvm.BootJar;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service alone, as its Boot jar in a process of its own, with settings and addresses that it may reach. */
public final class IngestProcess implements AutoCloseable {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> JVM = List.of(
            "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1");

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
        var environment = new HashMap<>(servers.springProperties());
        environment.put("COPYTASTER_GUARD_ALLOW", allowed);
        environment.put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        var process = BootJar.in(PROJECT, "ingest-service").start(folder, JVM, environment);
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
            return process.isAlive() && BootJar.isReady(process.port());
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
}
