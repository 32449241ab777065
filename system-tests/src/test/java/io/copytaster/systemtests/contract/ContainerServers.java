package io.copytaster.systemtests.contract;

import io.copytaster.localservers.port.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The servers of docker-compose.yml as containers; they end with this JVM. */
final class ContainerServers {

    private static final String NAME = "copytaster";
    private static final String PASSWORD = "contract-kit";
    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 9092;
    private static final int REGISTRY_PORT = 8080;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> postgres;
    private final GenericContainer<?> kafka;
    private final GenericContainer<?> registry;
    private final int kafkaPort = Ports.free();

    private ContainerServers(Images images) {
        postgres = container(images.postgres())
                .withNetworkAliases("postgres")
                .withEnv(Map.of("POSTGRES_USER", NAME, "POSTGRES_PASSWORD", PASSWORD, "POSTGRES_DB", NAME))
                .withExposedPorts(POSTGRES_PORT)
                // While it makes its cluster, the image answers on a socket of its own only.
                .waitingFor(Wait.forListeningPort());
        kafka = container(images.kafka()).withEnv(kafkaEnvironment()).waitingFor(Wait.forListeningPort());
        // Clients are told this port by the broker, so it must be known before the container starts.
        kafka.setPortBindings(List.of("127.0.0.1:" + kafkaPort + ":" + KAFKA_PORT));
        registry = container(images.registry())
                .withEnv(registryEnvironment())
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forStatusCode(200));
    }

    /** The images that docker-compose.yml names. */
    record Images(String postgres, String kafka, String registry) {}

    static ContainerServers start(Images images) {
        var servers = new ContainerServers(images);
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop));
        servers.postgres.start();
        servers.kafka.start();
        servers.registry.start();
        return servers;
    }

    ServerAddresses addresses() {
        return new ServerAddresses(
                "127.0.0.1:" + kafkaPort,
                "http://127.0.0.1:" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7",
                "jdbc:postgresql://127.0.0.1:" + postgres.getMappedPort(POSTGRES_PORT) + "/" + NAME,
                NAME,
                PASSWORD);
    }

    private GenericContainer<?> container(String image) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withStartupTimeout(READY_WITHIN);
    }

    private Map<String, String> kafkaEnvironment() {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:" + KAFKA_PORT + ",INTERNAL://:9094,CONTROLLER://:9093"),
                // The broker checks transactions with itself, and inside its container the clients' port leads nowhere.
                Map.entry(
                        "KAFKA_ADVERTISED_LISTENERS",
                        "PLAINTEXT://127.0.0.1:" + kafkaPort + ",INTERNAL://localhost:9094"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL"),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
    }

    private static Map<String, String> registryEnvironment() {
        return Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(REGISTRY_PORT),
                "APICURIO_STORAGE_KIND",
                "sql",
                "APICURIO_STORAGE_SQL_KIND",
                "postgresql",
                "APICURIO_DATASOURCE_URL",
                "jdbc:postgresql://postgres:" + POSTGRES_PORT + "/" + NAME,
                "APICURIO_DATASOURCE_USERNAME",
                NAME,
                "APICURIO_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    private void stop() {
        registry.stop();
        kafka.stop();
        postgres.stop();
        network.close();
    }
}
