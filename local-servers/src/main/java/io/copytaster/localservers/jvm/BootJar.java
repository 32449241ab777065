package io.copytaster.localservers.jvm;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of ours as it is shipped, for tests and measurements that want it in a process of its own.
 *
 * @param service the name of its module
 * @param file its Boot jar
 */
public record BootJar(String service, Path file) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int PATIENCE_MILLIS = 5000;

    /**
     * The jar that was built last.
     *
     * @param project the folder of all modules
     * @throws IllegalStateException where the module was not packaged
     */
    public static BootJar in(Path project, String service) {
        var target = project.resolve(service).resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .map(file -> new BootJar(service, file))
                    .orElseThrow(() ->
                            new IllegalStateException("no Boot jar in " + target + ": build it with mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException("no Boot jar in " + target + ": build it with mvn package", e);
        }
    }

    /**
     * Starts the service on a free port and does not wait.
     *
     * @param folder where it runs and leaves its log
     * @param options of its JVM
     * @param settings variables of its environment, and settings by their full keys
     */
    public ServerProcess start(Path folder, List<String> options, Map<String, String> settings) {
        int port = Ports.free();
        var environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", String.valueOf(port));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", file.toString()));
        var recipe = new ChildRecipe(
                service,
                command,
                folder,
                environment,
                folder.resolve(service + ".log"),
                folder.resolve(service + ".pid"),
                Ending.TERMINATE,
                ChildRecipe.Layer.USER);
        return new ServerProcess(recipe, port, () -> isReady(port), READY_WITHIN);
    }

    /** Whether the service at a port of this machine says that it can take work. */
    public static boolean isReady(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 200");
        }
    }
}
