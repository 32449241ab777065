package io.copytaster.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishSettingsTest {

    private static final String PREFIX = "copytaster.publish";
    private static final String STREAMS = "copytaster.streams";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, PublishSettings.class, Map.of()))
                .isEqualTo(new PublishSettings(
                        URI.create("/copytaster/ingest"),
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2)));
        assertThat(SettingsBinding.bind(STREAMS, StreamsSettings.class, Map.of()))
                .isEqualTo(new StreamsSettings(4, 1));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.of("source", "/here", "patience", "1s", "setup-retry", "3s", "probe-every", "4s");

        // When
        var settings = SettingsBinding.bind(PREFIX, PublishSettings.class, keys);
        var shape = SettingsBinding.bind(STREAMS, StreamsSettings.class, Map.of("partitions", "8", "replication", "3"));

        // Then
        assertThat(settings)
                .isEqualTo(new PublishSettings(
                        URI.create("/here"), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(4)));
        assertThat(shape).isEqualTo(new StreamsSettings(8, 3));
    }

    @ParameterizedTest
    @CsvSource({"patience, 0s", "setup-retry, -1s", "probe-every, 0s"})
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, PublishSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }

    @ParameterizedTest
    @CsvSource({"partitions, 0", "replication, 0", "replication, 32768"})
    void refuses_impossible_shapes_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(STREAMS, StreamsSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(STREAMS + "." + key);
    }
}
