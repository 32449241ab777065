package io.copytaster.systemtests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml against the schema of the Compose Specification. */
class ComposeFileTest {

    private static Schema specification;

    @BeforeAll
    static void load() throws Exception {
        try (var schema =
                Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json"))) {
            specification = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void the_compose_file_follows_the_specification() throws Exception {
        // When
        var violations = violations(Files.readString(Repository.root().resolve("docker-compose.yml")));

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void a_misspelt_key_is_found() {
        // When
        var violations = violations("services: {kafka: {image: 'apache/kafka:4.2.1', helthcheck: {disable: true}}}");

        // Then
        assertThat(violations).isNotEmpty();
    }

    @Test
    void every_image_is_pinned_and_every_service_says_when_it_is_healthy() throws Exception {
        // Given
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(Repository.root().resolve("docker-compose.yml")));

        // When
        var services = Objects.requireNonNull(file.get("services"));

        // Then
        assertThat(services).hasSize(6);
        assertThat(services.values()).allSatisfy(service -> {
            if (service.get("image") instanceof String image) {
                assertThat(image).matches(".+:\\d+(\\.\\d+)+").doesNotContain("latest");
                assertThat(service).containsKey("healthcheck");
            }
        });
    }

    private static List<String> violations(String yaml) {
        Object document = new Yaml().load(yaml);
        var json = JsonMapper.shared().writeValueAsString(document);
        return specification.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
