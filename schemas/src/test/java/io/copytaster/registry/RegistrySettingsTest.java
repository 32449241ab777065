package io.copytaster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsTest {

    @Test
    void has_defaults() {
        // When
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "http://localhost:8081/apis/ccompat/v7/"));

        // Then
        assertThat(settings)
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://localhost:8081/apis/ccompat/v7")),
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        null));
    }

    @Test
    void maps_every_key() {
        // Given
        Map<String, Object> config = Map.of(
                "schema.registry.url", "http://a:1, https://b:2/x",
                "basic.auth.user.info", "me:secret",
                "http.connect.timeout.ms", 100,
                "http.read.timeout.ms", "200",
                "schema.cache.file", "/tmp/schemas.ndjson");

        // When
        var settings = RegistrySettings.from(config);

        // Then
        assertThat(settings)
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://a:1"), URI.create("https://b:2/x")),
                        "me:secret",
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Path.of("/tmp/schemas.ndjson")));
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, '', schema.registry.url is empty",
        "schema.registry.url, 'localhost:8081', schema.registry.url must be http:// or https://",
        "http.connect.timeout.ms, soon, http.connect.timeout.ms must be a number",
        "http.read.timeout.ms, 5s, http.read.timeout.ms must be a number"
    })
    void refuses_and_names_the_key(String key, String value, String complaint) {
        // Given
        var config = new HashMap<String, Object>(Map.of("schema.registry.url", "http://a"));
        config.put(key, value);

        // When
        var refusal = assertThatThrownBy(() -> RegistrySettings.from(config));

        // Then
        refusal.isInstanceOf(ConfigException.class).hasMessageContaining(complaint);
    }
}
