package io.copytaster.alert.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublishSettingsTest {

    private static final String PREFIX = "copytaster.alert.publish";

    @Test
    void has_safe_defaults() {
        assertThat(bound(Map.of())).isEqualTo(new PublishSettings(Duration.ofSeconds(1), 500, Duration.ofSeconds(15)));
    }

    @Test
    void takes_every_key() {
        assertThat(bound(Map.of(PREFIX + ".interval", "100ms", PREFIX + ".batch", "7", PREFIX + ".stop-time", "1s")))
                .isEqualTo(new PublishSettings(Duration.ofMillis(100), 7, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"interval, 0s", "interval, 2s", "batch, 0", "batch, 10001", "stop-time, -1s"})
    void names_the_key_that_it_refuses(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of(PREFIX + "." + key, value)))
                .rootCause()
                .hasMessageContaining(PREFIX + "." + key);
    }

    private static PublishSettings bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(PREFIX, PublishSettings.class);
    }
}
