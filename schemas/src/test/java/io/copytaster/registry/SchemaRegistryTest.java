package io.copytaster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryTest {

    private static final Schema SCHEMA = new Schema.Parser()
            .parse(
                    "{\"type\":\"record\",\"name\":\"Sample\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":0}]}");

    private final FakeRegistry server = FakeRegistry.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asks_for_a_schema_once() throws IOException {
        // Given
        var id = server.add(SCHEMA.toString());

        // When
        try (var registry = registry(null)) {
            registry.schema(id);
            registry.schema(id);
        }

        // Then
        assertThat(server.requests()).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void lets_one_of_many_threads_ask() throws Exception {
        // Given
        var id = server.add(SCHEMA.toString());
        try (var registry = registry(null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Schema> question = () -> registry.schema(id).orElseThrow();

            // When
            var answers = threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(_ -> question).toList());

            // Then
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(SCHEMA);
            }
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /config/s-value", "POST /subjects/s-value/versions"})
    void finds_what_a_faster_caller_set_up(String request) throws IOException {
        // Given
        server.loseRace(request);

        // When
        try (var registry = registry(null)) {
            var id = registry.registerFullTransitive("s-value", SCHEMA);

            // Then
            assertThat(id).isEqualTo(1);
            assertThat(registry.compatibility("s-value")).contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void keeps_known_schemas_and_ids_while_the_registry_is_down() throws IOException {
        // Given
        try (var registry = registry(null)) {
            var id = registry.register("s-value", SCHEMA);
            server.close();

            // When
            var again = registry.register("s-value", SCHEMA);

            // Then
            assertThat(again).isEqualTo(id);
            assertThat(registry.schema(id)).contains(SCHEMA);
        }
    }

    @Test
    void starts_from_its_file_while_the_registry_is_down(@TempDir Path folder) throws IOException {
        // Given
        var file = folder.resolve("schemas.ndjson");
        var foreign = server.add("\"string\"");
        int id;
        try (var before = registry(file)) {
            id = before.registerFullTransitive("s-value", SCHEMA);
            before.schema(foreign);
        }
        Files.writeString(file, "{\"subject\":\"torn", StandardOpenOption.APPEND);
        server.close();

        // When
        try (var registry = registry(file)) {
            // Then
            assertThat(registry.registerFullTransitive("s-value", SCHEMA)).isEqualTo(id);
            assertThat(registry.id("s-value", SCHEMA)).hasValue(id);
            assertThat(registry.schema(id)).contains(SCHEMA);
            assertThat(registry.schema(foreign)).contains(Schema.create(Schema.Type.STRING));
        }
    }

    @Test
    void believes_the_registry_rather_than_its_file(@TempDir Path folder) throws IOException {
        // Given
        var file = folder.resolve("schemas.ndjson");
        try (var before = registry(file)) {
            before.register("s-value", SCHEMA);
        }
        server.replace(1, "\"string\"");

        // When
        try (var registry = registry(file)) {
            // Then
            assertThat(registry.register("s-value", SCHEMA)).isEqualTo(2);
            assertThat(registry.schema(1)).contains(Schema.create(Schema.Type.STRING));
        }
    }

    @Test
    void does_not_remember_that_a_schema_is_unknown() throws IOException {
        // Given
        try (var registry = registry(null)) {
            var before = registry.schema(1);
            server.add(SCHEMA.toString());

            // When
            var after = registry.schema(1);

            // Then
            assertThat(before).isEmpty();
            assertThat(after).contains(SCHEMA);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, {}",
        "503, <html>maintenance</html>",
        "200, <html>a portal</html>",
        "429, {}",
        "401, {\"error_code\":401}",
        "404, {\"detail\":\"no such path\"}",
        "404, ''",
        "404, <html>not here</html>"
    })
    void takes_anything_but_a_registrys_own_words_for_an_outage(int status, String body) {
        // Given
        server.answerAlways(status, body);
        try (var registry = registry(null)) {
            // When
            var failure = assertThatIOException().isThrownBy(() -> registry.schema(1));

            // Then
            failure.withMessageContaining("schema registry");
        }
    }

    @Test
    void recovers_when_the_registry_does() throws IOException {
        // Given
        var id = server.add(SCHEMA.toString());
        try (var registry = registry(null)) {
            server.answerAlways(500, "");
            assertThatIOException().isThrownBy(() -> registry.schema(id));

            // When
            server.behave();

            // Then
            assertThat(registry.schema(id)).contains(SCHEMA);
        }
    }

    @Test
    void asks_the_next_address_when_the_first_is_dead() throws IOException {
        // Given
        var id = server.add(SCHEMA.toString());
        var dead = FakeRegistry.start();
        dead.close();
        var settings = RegistrySettings.from(Map.of("schema.registry.url", dead.url() + "," + server.url()));

        // When
        try (var registry = new SchemaRegistry(settings)) {
            // Then
            assertThat(registry.schema(id)).contains(SCHEMA);
        }
    }

    @Test
    void sets_full_transitive_before_it_registers() throws IOException {
        // When
        try (var registry = registry(null)) {
            registry.registerFullTransitive("s-value", SCHEMA);
        }

        // Then
        assertThat(server.requests()).containsExactly("PUT /config/s-value", "POST /subjects/s-value/versions");
        assertThat(server.compatibility("s-value")).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void says_why_the_registry_refuses_a_schema() {
        // Given
        server.refuseVersions("s-value");
        try (var registry = registry(null)) {
            // When
            var refusal = assertThatThrownBy(() -> registry.register("s-value", SCHEMA));

            // Then
            refusal.isInstanceOf(IncompatibleSchemaException.class)
                    .hasMessageContaining("s-value")
                    .hasMessageContaining("x at /fields/0");
        }
    }

    @Test
    void hides_the_password_in_its_settings() {
        // When
        var settings = RegistrySettings.from(
                Map.of("schema.registry.url", List.of("http://r:1/"), "basic.auth.user.info", "me:secret"));

        // Then
        assertThat(settings.toString()).contains("http://r:1").doesNotContain("secret");
    }

    private SchemaRegistry registry(@Nullable Path file) {
        var config = new HashMap<String, Object>();
        config.put("schema.registry.url", server.url());
        config.put("http.connect.timeout.ms", "500");
        if (file != null) {
            config.put("schema.cache.file", file.toString());
        }
        return new SchemaRegistry(RegistrySettings.from(config));
    }
}
