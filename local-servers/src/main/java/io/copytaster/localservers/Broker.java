package io.copytaster.localservers;

import io.copytaster.localservers.jvm.JavaProgram;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Kafka broker that is its own controller (KRaft), with the settings of a small machine. */
public final class Broker implements LocalServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final String CLUSTER_ID = "Y29weXRhc3Rlci1kZXZfXw";

    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");

    private final ServerProcess process;
    private final JavaProgram program;

    private Broker(ServerProcess process, JavaProgram program) {
        this.process = process;
        this.program = program;
    }

    /** Formats what is missing, starts the broker and does not wait until it serves. */
    public static Broker start(ServerHome home, int port, int controllerPort) {
        try {
            Path properties = home.data("broker.properties");
            Files.createDirectories(properties.getParent());
            Files.writeString(properties, properties(home.data("broker"), port, controllerPort));
            JavaProgram program = program(properties);
            ChildRecipe recipe = new ChildRecipe(
                    "Kafka",
                    home.isKept() ? program.command(home.startCaches()) : program.command(),
                    home.data("broker"),
                    Map.of(),
                    home.log("broker"),
                    home.pidFile("broker"),
                    home.ending(),
                    ChildRecipe.Layer.FOUNDATION);
            return new Broker(new ServerProcess(recipe, port, () -> BrokerProbe.answers(port), READY_WITHIN), program);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not be prepared", e);
        }
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public Optional<JavaProgram> program() {
        return Optional.of(program);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    private static JavaProgram program(Path properties) {
        List<Path> classPath = ServerKit.find().brokerClassPath();
        return new JavaProgram(
                "broker",
                FLAGS,
                classPath,
                List.of(
                        "-cp",
                        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        BrokerApplication.class.getName()),
                List.of(CLUSTER_ID, properties.toString()));
    }

    private static String properties(Path data, int port, int controllerPort) {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.num.partitions=4
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            # A transaction that its writer abandoned holds readers up: look for one every second, not every ten.
            transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
            message.max.bytes=9437184
            replica.fetch.max.bytes=9437184
            num.network.threads=2
            num.io.threads=4
            num.recovery.threads.per.data.dir=1
            # 128 MB otherwise, taken from the heap at start.
            log.cleaner.dedupe.buffer.size=8388608
            log.cleaner.threads=1
            """.formatted(port, controllerPort, data);
    }
}
