package io.copytaster.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.alert.live.LiveSettings;
import io.copytaster.alert.webhook.RetrySchedule;
import io.copytaster.alert.webhook.WebhookSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Settings of the delivering rooms: defaults, a complete mapping, and every refusal. */
class SettingsTest {

    private static final Map<String, Class<?>> PREFIXES = Map.of(
            "copytaster.delivery", DeliverySettings.class,
            "copytaster.webhook", WebhookSettings.class,
            "copytaster.live", LiveSettings.class);

    @Test
    void defaults_are_those_of_the_documentation() {
        assertThat(bound(DeliverySettings.class, Map.of()))
                .isEqualTo(new DeliverySettings(
                        64, 4, Duration.ofSeconds(60), Duration.ofSeconds(1), RetrySchedule.STANDARD));
        assertThat(bound(WebhookSettings.class, Map.of()).totalTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(bound(WebhookSettings.class, Map.of()).responseSize()).isEqualTo(DataSize.ofKilobytes(16));
        assertThat(bound(LiveSettings.class, Map.of()))
                .isEqualTo(new LiveSettings(Duration.ofSeconds(15), Duration.ofSeconds(2), 256, 500));
    }

    @Test
    void every_key_can_be_set() {
        assertThat(bound(
                        DeliverySettings.class,
                        Map.of(
                                "copytaster.delivery.in-flight", "8",
                                "copytaster.delivery.in-flight-per-endpoint", "2",
                                "copytaster.delivery.lease", "40s",
                                "copytaster.delivery.poll", "200ms",
                                "copytaster.delivery.schedule", "0s,1s")))
                .isEqualTo(new DeliverySettings(
                        8,
                        2,
                        Duration.ofSeconds(40),
                        Duration.ofMillis(200),
                        List.of(Duration.ZERO, Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "copytaster.delivery.in-flight, 1",
        "copytaster.delivery.in-flight-per-endpoint, 0",
        "copytaster.delivery.in-flight-per-endpoint, 65",
        "copytaster.delivery.poll, 2s",
        "copytaster.delivery.poll, 0s",
        "copytaster.webhook.total-timeout, 31s",
        "copytaster.webhook.connect-timeout, 0s",
        "copytaster.webhook.dns-timeout, -1s",
        "copytaster.webhook.response-size, 65KB",
        "copytaster.live.heartbeat, 2m",
        "copytaster.live.retry, -1s",
        "copytaster.live.buffer, 0",
        "copytaster.live.connections, 0"
    })
    void nonsense_is_refused(String key, String value) {
        var type = Objects.requireNonNull(PREFIXES.get(key.substring(0, key.lastIndexOf('.'))));

        assertThatThrownBy(() -> bound(type, Map.of(key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lease_that_does_not_outlive_a_request_is_refused() {
        var settings = bound(DeliverySettings.class, Map.of("copytaster.delivery.lease", "24s"));

        assertThatThrownBy(() -> settings.outliving(Duration.ofSeconds(15)))
                .hasMessageContaining("copytaster.delivery.lease");
        assertThat(settings.outliving(Duration.ofSeconds(14))).isEqualTo(settings);
    }

    private static <T> T bound(Class<T> type, Map<String, String> properties) {
        var prefix = PREFIXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
