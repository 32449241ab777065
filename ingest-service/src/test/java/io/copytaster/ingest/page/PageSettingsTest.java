package io.copytaster.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class PageSettingsTest {

    private static final String PREFIX = "copytaster.page";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, PageSettings.class, Map.of()))
                .isEqualTo(new PageSettings(DataSize.ofMegabytes(5), 80));
    }

    @Test
    void maps_every_key() {
        assertThat(SettingsBinding.bind(PREFIX, PageSettings.class, Map.of("max-size", "1MB", "least-text", "0")))
                .isEqualTo(new PageSettings(DataSize.ofMegabytes(1), 0));
    }

    @ParameterizedTest
    @CsvSource({"max-size, 1B", "max-size, 9MB", "least-text, -1", "least-text, 10001"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, PageSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
