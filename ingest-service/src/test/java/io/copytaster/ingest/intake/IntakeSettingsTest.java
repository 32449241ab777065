package io.copytaster.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class IntakeSettingsTest {

    private static final String PREFIX = "copytaster.intake";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, IntakeSettings.class, Map.of()))
                .isEqualTo(new IntakeSettings(
                        12,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        100,
                        DataSize.ofMegabytes(2),
                        Duration.ofSeconds(1)));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of(
                "permits", "3",
                "patience", "1s",
                "batch-patience", "2s",
                "wave-size", "7",
                "max-request", "3MB",
                "retry-after", "4s");

        // When
        var settings = SettingsBinding.bind(PREFIX, IntakeSettings.class, keys);

        // Then
        assertThat(settings)
                .isEqualTo(new IntakeSettings(
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        7,
                        DataSize.ofMegabytes(3),
                        Duration.ofSeconds(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "permits, 0",
        "permits, 1001",
        "wave-size, 0",
        "wave-size, 1001",
        "max-request, 1B",
        "max-request, 17MB",
        "patience, -1s",
        "batch-patience, -1s",
        "retry-after, -1s"
    })
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, IntakeSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
