package io.copytaster.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.runtime.guard.AddressClassifier.Nat64;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GuardSettingsTest {

    @Test
    void allows_public_addresses_only_by_default() {
        assertThat(bound(Map.of()))
                .isEqualTo(new GuardSettings(
                        List.of(), List.of(), "80,443,1024-65535", Nat64.REFUSED, Duration.ofSeconds(5)))
                .isEqualTo(GuardSettings.allowing());
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of(
                "copytaster.guard.allow", "127.0.0.1/32:9000,127.1.0.0/16",
                "copytaster.guard.infrastructure", "localhost:9092",
                "copytaster.guard.ports", "443",
                "copytaster.guard.nat64", "translated",
                "copytaster.guard.dns-timeout", "2s");

        // When
        var settings = bound(keys);

        // Then
        assertThat(settings)
                .isEqualTo(new GuardSettings(
                        List.of("127.0.0.1/32:9000", "127.1.0.0/16"),
                        List.of("localhost:9092"),
                        "443",
                        Nat64.TRANSLATED,
                        Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({"allow, 127.0.0.1", "ports, 0-80", "ports, http", "dns-timeout, 1h", "dns-timeout, 0s", "nat64, maybe"})
    void refuses_nonsense(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of("copytaster.guard." + key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static GuardSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("copytaster.guard", GuardSettings.class);
    }
}
