package io.copytaster.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import io.copytaster.ingest.intake.IntakeSettings.Backfill;
import io.copytaster.ingest.intake.IntakeSettings.Singles;
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
                        8,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        200,
                        DataSize.ofMegabytes(2),
                        Duration.ofSeconds(1),
                        new Singles(2, 1_000, DataSize.ofMegabytes(32)),
                        new Backfill(2, 500)));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.ofEntries(
                Map.entry("permits", "3"),
                Map.entry("patience", "1s"),
                Map.entry("batch-patience", "2s"),
                Map.entry("wave-size", "7"),
                Map.entry("max-request", "3MB"),
                Map.entry("retry-after", "4s"),
                Map.entry("singles.workers", "5"),
                Map.entry("singles.waiting", "6"),
                Map.entry("singles.memory", "1MB"),
                Map.entry("backfill.permits", "8"),
                Map.entry("backfill.per-second", "9"));

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
                        Duration.ofSeconds(4),
                        new Singles(5, 6, DataSize.ofMegabytes(1)),
                        new Backfill(8, 9)));
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
        "retry-after, -1s",
        "singles.workers, 0",
        "singles.waiting, 0",
        "singles.memory, 1KB",
        "backfill.permits, 0",
        "backfill.per-second, 0"
    })
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, IntakeSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
