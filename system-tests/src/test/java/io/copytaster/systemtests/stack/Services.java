package io.copytaster.systemtests.stack;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.jvm.BootJar;
import io.copytaster.localservers.process.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three services, each as its Boot jar in a process of its own, as in production. */
public final class Services implements AutoCloseable {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> JVM =
            List.of("-Xmx200m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final LocalServers servers;
    private final Map<String, ServerProcess> processes = new HashMap<>();

    private Services(Path folder, LocalServers servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /** Starts all three against the servers and waits until they are ready. */
    public static Services start(Path folder, LocalServers servers, Receiver receiver) {
        var services = new Services(folder, servers);
        services.begin("ingest-service", Map.of());
        services.begin("enrichment-service", Map.of());
        services.begin(
                "alert-service",
                Map.of(
                        "COPYTASTER_GUARD_ALLOW",
                        "127.0.0.1/32:" + receiver.port(),
                        "COPYTASTER_SECRET_KEY_FILE",
                        folder.resolve("secret-key").toString()));
        services.processes.values().forEach(ServerProcess::awaitReady);
        return services;
    }

    /** One service, by the name of its module. */
    public ServerProcess get(String service) {
        var process = processes.get(service);
        if (process == null) {
            throw new IllegalArgumentException("there is no service " + service + ", only " + processes.keySet());
        }
        return process;
    }

    /** The base URL of a service's API. */
    public String url(String service) {
        return "http://127.0.0.1:" + get(service).port();
    }

    @Override
    public void close() {
        processes.values().forEach(ServerProcess::stop);
    }

    private void begin(String service, Map<String, String> more) {
        var settings = new HashMap<>(servers.springProperties());
        settings.putAll(more);
        processes.put(service, BootJar.in(PROJECT, service).start(folder, JVM, settings));
    }
}
