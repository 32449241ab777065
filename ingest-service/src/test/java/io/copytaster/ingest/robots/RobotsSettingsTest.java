package io.copytaster.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RobotsSettingsTest {

    private static final String PREFIX = "copytaster.robots";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, RobotsSettings.class, Map.of()))
                .isEqualTo(new RobotsSettings(Duration.ofHours(24), Duration.ofMinutes(15), DataSize.ofMegabytes(16)));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of("max-age", "1h", "retry", "1m", "memory", "2MB");

        // When
        var settings = SettingsBinding.bind(PREFIX, RobotsSettings.class, keys);

        // Then
        assertThat(settings)
                .isEqualTo(new RobotsSettings(Duration.ofHours(1), Duration.ofMinutes(1), DataSize.ofMegabytes(2)));
    }

    @ParameterizedTest
    @CsvSource({"max-age, 25h", "max-age, 0s", "retry, 0s", "retry, 25h", "memory, 1B", "memory, 2GB"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, RobotsSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
