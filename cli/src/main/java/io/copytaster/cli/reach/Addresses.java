package io.copytaster.cli.reach;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds the running system: the development stack of this machine unless told otherwise. */
public final class Addresses {

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "First of the stack's ports, as given to dev (customary ports otherwise).")
    private int portBase;

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            defaultValue = "${env:COPYTASTER_INGEST_URL}",
            description = "Root of ingest-service.")
    private @Nullable URI ingest;

    @Option(
            names = "--alert-url",
            paramLabel = "URL",
            defaultValue = "${env:COPYTASTER_ALERT_URL}",
            description = "Root of alert-service.")
    private @Nullable URI alert;

    @Option(
            names = "--enrichment-url",
            paramLabel = "URL",
            defaultValue = "${env:COPYTASTER_ENRICHMENT_URL}",
            description = "Root of enrichment-service.")
    private @Nullable URI enrichment;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
            description = "Kafka's bootstrap servers.")
    private @Nullable String kafka;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL}",
            description = "Root of the registry's Confluent API.")
    private @Nullable URI registry;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:COPYTASTER_TOKEN}",
            description = "API token, where authentication is configured.")
    private @Nullable String token;

    public StackPorts ports() {
        return StackPorts.from(portBase);
    }

    public ServiceClient ingest() {
        return client("ingest-service", ingest, ports().ingest());
    }

    public ServiceClient alert() {
        return client("alert-service", alert, ports().console());
    }

    public ServiceClient enrichment() {
        return client("enrichment-service", enrichment, ports().enrichment());
    }

    public String kafka() {
        return kafka == null ? "127.0.0.1:" + ports().kafka() : kafka;
    }

    public URI registry() {
        return registry == null ? URI.create("http://127.0.0.1:" + ports().registry() + "/apis/ccompat/v7") : registry;
    }

    private ServiceClient client(String name, @Nullable URI given, int port) {
        URI root = given == null ? URI.create("http://127.0.0.1:" + port) : given;
        return new ServiceClient(name, root, token == null ? "" : token);
    }
}
