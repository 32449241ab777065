package io.copytaster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.localservers.LocalServers;
import io.copytaster.registry.IncompatibleSchemaException;
import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our serde and Apicurio's, over a live registry. */
class ApicurioInteropTest {

    private static final String STREAM = Streams.ARTICLE_ENRICHED.name();
    private static final LocalServers SERVERS = LocalServers.shared();

    @BeforeAll
    static void prepare_the_streams() {
        StreamSetup.ensure(config(), StreamSetupSettings.ONE_MACHINE, Streams.ARTICLE_ENRICHED);
    }

    @Test
    void writes_what_apicurio_reads() {
        // Given
        var event = SampleEvents.enriched();
        try (var ours = Wire.serializer(config());
                var theirs = new AvroKafkaDeserializer<ArticleEnriched>()) {
            theirs.configure(apicurioConfig(), false);

            // When
            var read = theirs.deserialize(STREAM, ours.serialize(STREAM, event));

            // Then
            assertThat(read).isEqualTo(event);
        }
    }

    @Test
    void reads_what_apicurio_writes() {
        // Given
        var event = SampleEvents.enriched();
        try (var ours = Wire.deserializer(config());
                var theirs = apicurioSerializer()) {
            // When
            var read = ours.deserialize(STREAM, theirs.serialize(STREAM, event));

            // Then
            assertThat(read).isEqualTo(event);
        }
    }

    @Test
    void writes_the_same_bytes_as_apicurio() {
        // Given
        var event = SampleEvents.enriched();
        try (var ours = Wire.serializer(config());
                var theirs = apicurioSerializer()) {
            // When
            var bytes = ours.serialize(STREAM, event);

            // Then
            assertThat(bytes).isEqualTo(theirs.serialize(STREAM, event));
        }
    }

    @Test
    void reads_as_a_generic_record_where_nothing_is_configured() {
        // Given
        try (var ours = Wire.serializer(config());
                var generic = new AvroWireDeserializer()) {
            generic.configure(config(), false);

            // When
            var read = generic.deserialize(STREAM, ours.serialize(STREAM, SampleEvents.enriched()));

            // Then
            assertThat(read)
                    .isInstanceOfSatisfying(
                            GenericRecord.class,
                            record -> assertThat(record.get("language")).hasToString("fr"));
        }
    }

    @Test
    void has_set_full_transitive_on_the_subject() throws IOException {
        // When
        try (var registry = new SchemaRegistry(RegistrySettings.from(config()))) {
            // Then
            assertThat(registry.compatibility(Streams.ARTICLE_ENRICHED.subject()))
                    .contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void is_refused_an_incompatible_schema() {
        // Given
        var incompatible = SchemaBuilder.record("io.copytaster.event.ArticleEnriched")
                .fields()
                .requiredInt("language")
                .endRecord();
        try (var registry = new SchemaRegistry(RegistrySettings.from(config()))) {
            // When
            var refusal = assertThatThrownBy(() -> registry.register(Streams.ARTICLE_ENRICHED.subject(), incompatible));

            // Then
            refusal.isInstanceOf(IncompatibleSchemaException.class).hasMessageContaining("incompatible");
        }
    }

    @Test
    void goes_on_with_known_schemas_while_the_registry_is_down() {
        // Given
        var event = SampleEvents.enriched();
        try (var serializer = Wire.serializer(config());
                var deserializer = Wire.deserializer(config())) {
            deserializer.deserialize(STREAM, serializer.serialize(STREAM, event));
            SERVERS.registry().kill();

            // When
            var read = deserializer.deserialize(STREAM, serializer.serialize(STREAM, event));

            // Then
            assertThat(read).isEqualTo(event);
        } finally {
            SERVERS.registry().restart();
        }
    }

    @Test
    void keeps_the_ids_of_schemas_when_the_registry_is_killed() {
        // Given
        byte[] before;
        try (var serializer = Wire.serializer(config())) {
            before = serializer.serialize(STREAM, SampleEvents.enriched());
        }

        // When
        SERVERS.registry().kill();
        SERVERS.registry().restart();

        // Then
        try (var serializer = Wire.serializer(config())) {
            assertThat(serializer.serialize(STREAM, SampleEvents.enriched())).isEqualTo(before);
        }
    }

    private static Serializer<ArticleEnriched> apicurioSerializer() {
        var serializer = new AvroKafkaSerializer<ArticleEnriched>();
        serializer.configure(apicurioConfig(), false);
        return serializer;
    }

    /** With the profile 'confluent' the build names Confluent's classes here, and nothing else changes. */
    private static Map<String, Object> config() {
        return Map.of(
                "bootstrap.servers",
                SERVERS.bootstrapServers(),
                "schema.registry.url",
                SERVERS.registryUrl(),
                Wire.SERIALIZER,
                System.getProperty(Wire.SERIALIZER, AvroWireSerializer.class.getName()),
                Wire.DESERIALIZER,
                System.getProperty(Wire.DESERIALIZER, AvroWireDeserializer.class.getName()));
    }

    private static Map<String, Object> apicurioConfig() {
        return Map.of(
                "apicurio.registry.url",
                SERVERS.registryUrl().replace("/apis/ccompat/v7", "/apis/registry/v3"),
                "apicurio.registry.http.adapter",
                "JDK",
                "apicurio.registry.artifact-resolver-strategy",
                "io.apicurio.registry.serde.strategy.TopicIdStrategy",
                "apicurio.registry.find-latest",
                true,
                "apicurio.registry.use-specific-avro-reader",
                true);
    }
}
