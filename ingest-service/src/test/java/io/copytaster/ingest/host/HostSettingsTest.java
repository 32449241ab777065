package io.copytaster.ingest.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSettingsTest {

    private static final String PREFIX = "copytaster.host";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, HostSettings.class, Map.of()))
                .isEqualTo(new HostSettings(2, Duration.ofSeconds(1), Duration.ofSeconds(60)));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of("requests", "5", "spacing", "0s", "longest", "90s");

        // When
        var settings = SettingsBinding.bind(PREFIX, HostSettings.class, keys);

        // Then
        assertThat(settings).isEqualTo(new HostSettings(5, Duration.ZERO, Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({"requests, 0", "requests, 101", "spacing, -1ms", "spacing, 61m", "longest, 999ms", "longest, 61m"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, HostSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
