package io.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSettingsTest {

    private static final String PREFIX = "copytaster.source";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, SourceSettings.class, Map.of()))
                .isEqualTo(new SourceSettings("0", Duration.ofMinutes(2)));
    }

    @Test
    void maps_every_key() {
        assertThat(SettingsBinding.bind(PREFIX, SourceSettings.class, Map.of("instance", "b", "lease", "30s")))
                .isEqualTo(new SourceSettings("b", Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9s", "-1s", "61m"})
    void refuses_nonsense_and_names_the_key(String lease) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, SourceSettings.class, Map.of("lease", lease)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + ".lease");
    }

    @Test
    void refuses_an_instance_without_a_name() {
        assertThatThrownBy(() -> new SourceSettings(" ", Duration.ofMinutes(2)))
                .hasMessageContaining("copytaster.instance");
    }
}
