package io.copytaster.stream;

import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Prepares the streams of a service at its start: created, of the right shape, with their schemas registered. */
public final class StreamSetup {

    private StreamSetup() {}

    /**
     * Creates the streams that are missing, with their dead letters; compares the others with what we need; and registers
     * the schema of each under FULL_TRANSITIVE. Repeating it changes nothing, several services may do it at once.
     *
     * @param clientConfig of a Kafka client: {@code bootstrap.servers}, security, {@code schema.registry.url}
     * @throws StreamSetupException with a sentence that says what to do
     */
    public static void ensure(Map<String, ?> clientConfig, StreamSetupSettings settings, EventStream<?>... streams) {
        var all = List.of(streams);
        try (var admin = Admin.create(StreamShapes.adminConfig(clientConfig))) {
            new StreamShapes(admin, settings).ensure(all);
        }
        register(clientConfig, all);
    }

    private static void register(Map<String, ?> clientConfig, List<EventStream<?>> streams) {
        try (var registry = new SchemaRegistry(RegistrySettings.from(clientConfig))) {
            for (var stream : streams) {
                registry.registerFullTransitive(stream.subject(), stream.schema());
            }
        } catch (IOException e) {
            throw new StreamSetupException(
                    "the schemas cannot be registered: " + e.getMessage()
                            + "; start the schema registry, or correct schema.registry.url",
                    e);
        }
    }
}
