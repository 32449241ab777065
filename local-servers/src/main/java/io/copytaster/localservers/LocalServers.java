package io.copytaster.localservers;

import io.copytaster.localservers.port.Ports;
import java.util.Map;

/**
 * PostgreSQL, a broker and a registry, ready to use.
 *
 * <p>Tests share one set per JVM, started by whoever asks first: {@link #shared()}. It takes some five seconds once, its
 * data lies in a temporary directory, and nothing of it outlives the JVM.
 *
 * @param postgres the database
 * @param broker the broker
 * @param registry the registry, which keeps its schemas in {@code postgres}
 */
public record LocalServers(PostgresServer postgres, Broker broker, SchemaRegistry registry) {

    /** The database that the services use. */
    public static final String DATABASE = "copytaster";

    /** Starts a set on free ports and waits until all of it serves. */
    public static LocalServers start(ServerHome home) {
        Broker broker = Broker.start(home, Ports.free(), Ports.free());
        PostgresServer postgres = PostgresServer.start(home, Ports.free());
        postgres.awaitReady();
        SchemaRegistry registry = SchemaRegistry.start(home, Ports.free(), postgres);
        postgres.createDatabase(DATABASE);
        broker.awaitReady();
        registry.awaitReady();
        return new LocalServers(postgres, broker, registry);
    }

    /** The set that all tests of this JVM share. */
    public static LocalServers shared() {
        return Shared.SERVERS;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The root of Confluent's API. */
    public String registryUrl() {
        return registry.url();
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    /** What the services read from their environment, for example for {@code @DynamicPropertySource}. */
    public Map<String, String> springProperties() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registryUrl(),
                "DATABASE_URL", jdbcUrl(),
                "DATABASE_USER", PostgresServer.USER,
                "DATABASE_PASSWORD", "");
    }

    private static final class Shared {
        static final LocalServers SERVERS = start(TemporaryHome.create());
    }
}
