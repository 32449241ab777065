package io.copytaster.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {

    private static final String PREFIX = "copytaster.retention";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, RetentionSettings.class, Map.of()))
                .isEqualTo(new RetentionSettings(
                        Duration.ofDays(400),
                        Duration.ofDays(90),
                        Duration.ofDays(2),
                        Duration.ofDays(400),
                        Duration.ofDays(90),
                        Duration.ofHours(1),
                        5000));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of(
                "articles",
                "3d",
                "ledger",
                "2d",
                "receipts",
                "1h",
                "entries",
                "4d",
                "changes",
                "5d",
                "pending",
                "5m",
                "chunk",
                "7");

        // When
        var settings = SettingsBinding.bind(PREFIX, RetentionSettings.class, keys);

        // Then
        assertThat(settings)
                .isEqualTo(new RetentionSettings(
                        Duration.ofDays(3),
                        Duration.ofDays(2),
                        Duration.ofHours(1),
                        Duration.ofDays(4),
                        Duration.ofDays(5),
                        Duration.ofMinutes(5),
                        7));
    }

    @ParameterizedTest
    @CsvSource({
        "articles, 23h",
        "ledger, 1h",
        "receipts, 1s",
        "entries, 1h",
        "changes, 1h",
        "pending, 1s",
        "chunk, 0",
        "chunk, 100001"
    })
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, RetentionSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
