package io.copytaster.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTest {

    private static final String PREFIX = "copytaster.alert.retention";

    @Test
    void has_safe_defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new RetentionSettings(Duration.ofDays(30), Duration.ofDays(90), Duration.ofHours(1)));
    }

    @Test
    void takes_every_key() {
        assertThat(bound(Map.of(PREFIX + ".watches", "2d", PREFIX + ".alerts", "3d", PREFIX + ".every", "1m")))
                .isEqualTo(new RetentionSettings(Duration.ofDays(2), Duration.ofDays(3), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"watches, 23h", "alerts, 0s", "every, 0s"})
    void names_the_key_that_it_refuses(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of(PREFIX + "." + key, value))).hasStackTraceContaining(PREFIX + "." + key);
    }

    private static RetentionSettings bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(PREFIX, RetentionSettings.class);
    }
}
