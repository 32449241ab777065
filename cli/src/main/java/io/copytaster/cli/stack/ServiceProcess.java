package io.copytaster.cli.stack;

import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.localservers.LocalServer;
import io.copytaster.localservers.ServerHome;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our services as a process of its own. */
public final class ServiceProcess implements LocalServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final List<String> SMALL_MACHINE = List.of(
            "-XX:+UseSerialGC",
            "-Xmx160m",
            "-Xss512k",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED");

    private final ServerProcess process;

    private ServiceProcess(ServerProcess process) {
        this.process = process;
    }

    /** Starts the service and does not wait until it can take work. */
    static ServiceProcess start(
            ServerHome home, Part part, Path jar, ServiceClient client, Map<String, String> environment) {
        ChildRecipe recipe = new ChildRecipe(
                part.title(),
                command(jar),
                home.directory(),
                environment,
                home.log(part.key()),
                home.pidFile(part.key()),
                home.ending(),
                ChildRecipe.Layer.USER);
        int port = client.root().getPort();
        return new ServiceProcess(new ServerProcess(recipe, port, client::isReady, READY_WITHIN));
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    private static List<String> command(Path jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_MACHINE);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
