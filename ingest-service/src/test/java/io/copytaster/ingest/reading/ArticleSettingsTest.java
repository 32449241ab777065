package io.copytaster.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ArticleSettingsTest {

    private static final String PREFIX = "copytaster.article";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, ArticleSettings.class, Map.of()))
                .isEqualTo(new ArticleSettings(DataSize.ofMegabytes(1), DataSize.ofKilobytes(16)));
    }

    @Test
    void maps_every_key() {
        assertThat(SettingsBinding.bind(
                        PREFIX, ArticleSettings.class, Map.of("max-text", "2KB", "max-headline", "1KB")))
                .isEqualTo(new ArticleSettings(DataSize.ofKilobytes(2), DataSize.ofKilobytes(1)));
    }

    @ParameterizedTest
    @CsvSource({"max-text, 0B", "max-text, 2MB", "max-headline, 0B", "max-headline, 2MB"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, ArticleSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
