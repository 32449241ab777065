package io.copytaster.systemtests.stack;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.port.Ports;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.Ending;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three services, each as its Boot jar in a process of its own, as in production. */
public final class Services implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String HEAP = "-Xmx200m";

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
        int port = Ports.free();
        var environment = new HashMap<>(servers.springProperties());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.putAll(more);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                bootJar(service).toString());
        var recipe = new ChildRecipe(
                service,
                command,
                folder,
                environment,
                folder.resolve(service + ".log"),
                folder.resolve(service + ".pid"),
                Ending.TERMINATE,
                ChildRecipe.Layer.USER);
        processes.put(service, new ServerProcess(recipe, port, () -> isReady(port), READY_WITHIN));
    }

    private static Path bootJar(String service) {
        var target = Path.of("").toAbsolutePath().resolveSibling(service).resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("no Boot jar in " + target + ": build it with mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException("no Boot jar in " + target + ": build it with mvn package", e);
        }
    }

    private static boolean isReady(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            var request = "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 200");
        }
    }
}
