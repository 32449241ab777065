package io.copytaster.alert.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ListenSettingsTest {

    private static final String PREFIX = "copytaster.alert.listen";

    @Test
    void has_safe_defaults() {
        assertThat(bound(Map.of())).isEqualTo(new ListenSettings(1, 1, Duration.ofMillis(200), Duration.ofSeconds(10)));
    }

    @Test
    void takes_every_key() {
        assertThat(bound(Map.of(
                        PREFIX + ".matchers", "2",
                        PREFIX + ".alerters", "3",
                        PREFIX + ".back-off", "1s",
                        PREFIX + ".longest-back-off", "5s")))
                .isEqualTo(new ListenSettings(2, 3, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({"matchers, 0", "matchers, 65", "alerters, 0", "back-off, 0s", "longest-back-off, 1ms"})
    void names_the_key_that_it_refuses(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of(PREFIX + "." + key, value)))
                .rootCause()
                .hasMessageContaining(PREFIX + "." + key);
    }

    private static ListenSettings bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(PREFIX, ListenSettings.class);
    }
}
