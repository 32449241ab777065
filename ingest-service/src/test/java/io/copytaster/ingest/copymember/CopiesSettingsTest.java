package io.copytaster.ingest.copymember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesSettingsTest {

    @Test
    void looks_back_a_week_among_half_a_million() {
        // When
        var settings = SettingsBinding.bind("copytaster.copies", CopiesSettings.class, Map.of());

        // Then
        assertThat(settings).isEqualTo(new CopiesSettings(Duration.ofDays(7), 500_000));
    }

    @Test
    void every_key_is_mapped() {
        // When
        var settings = SettingsBinding.bind(
                "copytaster.copies", CopiesSettings.class, Map.of("window", "36h", "capacity", "1000"));

        // Then
        assertThat(settings).isEqualTo(new CopiesSettings(Duration.ofHours(36), 1_000));
    }

    @Test
    void nonsense_is_refused_with_its_key() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopiesSettings(Duration.ZERO, 1_000))
                .withMessageContaining("copytaster.copies.window, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopiesSettings(Duration.ofDays(366), 1_000))
                .withMessageContaining("365d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopiesSettings(Duration.ofDays(7), 999))
                .withMessageContaining("copytaster.copies.capacity, got 999");
    }
}
