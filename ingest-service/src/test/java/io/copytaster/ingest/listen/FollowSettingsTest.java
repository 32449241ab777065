package io.copytaster.ingest.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowSettingsTest {

    private static final String PREFIX = "copytaster.follow";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, FollowSettings.class, Map.of()))
                .isEqualTo(new FollowSettings("0", Duration.ofMillis(500), 2000));
    }

    @Test
    void maps_every_key() {
        assertThat(SettingsBinding.bind(
                        PREFIX, FollowSettings.class, Map.of("instance", "b", "pause", "1s", "max-records", "5")))
                .isEqualTo(new FollowSettings("b", Duration.ofSeconds(1), 5));
    }

    @ParameterizedTest
    @CsvSource({"pause, -1s", "pause, 61s", "max-records, 0", "max-records, 10001"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, FollowSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }

    @Test
    void refuses_an_instance_without_a_name() {
        assertThatThrownBy(() -> new FollowSettings(" ", Duration.ZERO, 1)).hasMessageContaining("copytaster.instance");
    }
}
