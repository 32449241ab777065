package io.copytaster.cli.stack;

import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.localservers.LocalServer;
import io.copytaster.localservers.ServerHome;
import io.copytaster.localservers.jvm.JavaProgram;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of our services as a process of its own. */
final class ServiceProcess implements LocalServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final List<String> SMALL_MACHINE = List.of(
            "-XX:+UseSerialGC",
            "-Xmx160m",
            "-Xss512k",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED");

    private final ServerProcess process;
    private final JavaProgram program;

    private ServiceProcess(ServerProcess process, JavaProgram program) {
        this.process = process;
        this.program = program;
    }

    /** Starts the service and does not wait until it can take work. */
    static ServiceProcess start(
            ServerHome home, Part part, Path jar, ServiceClient client, Map<String, String> environment)
            throws IOException {
        JavaProgram program = program(part, jar);
        ChildRecipe recipe = new ChildRecipe(
                part.title(),
                program.command(home.startCaches()),
                home.directory(),
                environment,
                home.log(part.key()),
                home.pidFile(part.key()),
                home.ending(),
                ChildRecipe.Layer.USER);
        int port = client.root().getPort();
        return new ServiceProcess(new ServerProcess(recipe, port, client::isReady, READY_WITHIN), program);
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public Optional<JavaProgram> program() {
        return Optional.of(program);
    }

    private static JavaProgram program(Part part, Path jar) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(jar));
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            libraries.sorted().forEach(jars::add);
        }
        return new JavaProgram(part.key(), SMALL_MACHINE, jars, List.of("-jar", jar.toString()), List.of());
    }
}
