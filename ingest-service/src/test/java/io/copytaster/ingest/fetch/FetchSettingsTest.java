package io.copytaster.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchSettingsTest {

    private static final String PREFIX = "copytaster.fetch";

    @Test
    void has_safe_defaults() {
        var settings = SettingsBinding.bind(PREFIX, FetchSettings.class, Map.of());

        assertThat(settings)
                .isEqualTo(new FetchSettings(
                        "Copytaster",
                        "",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        5));
        assertThat(settings.userAgent()).isEqualTo("Copytaster/0.1");
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of(
                "product", "NewsDesk",
                "contact", "mailto:desk@news.example",
                "connect-timeout", "1s",
                "dns-timeout", "2s",
                "silence", "3s",
                "total-timeout", "4s",
                "redirects", "0");

        // When
        var settings = SettingsBinding.bind(PREFIX, FetchSettings.class, keys);

        // Then
        assertThat(settings)
                .isEqualTo(new FetchSettings(
                        "NewsDesk",
                        "mailto:desk@news.example",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        0));
        assertThat(settings.userAgent()).isEqualTo("NewsDesk/0.1 (+mailto:desk@news.example)");
    }

    @ParameterizedTest
    @CsvSource({
        "product, News Desk",
        "product, ''",
        "contact, 'https://a.example/ )'",
        "connect-timeout, 0s",
        "dns-timeout, 3m",
        "silence, -1s",
        "total-timeout, 1h",
        "redirects, -1",
        "redirects, 21"
    })
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, FetchSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
