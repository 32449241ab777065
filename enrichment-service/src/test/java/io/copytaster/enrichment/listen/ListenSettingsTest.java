package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ListenSettingsTest {

    private static final String PREFIX = "copytaster.enrichment.listen.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Enabled.class);

    @EnableConfigurationProperties(ListenSettings.class)
    static class Enabled {}

    @Test
    void has_defaults_that_need_no_setting() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ListenSettings(
                        2,
                        20_000,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(10)));
    }

    @Test
    void reads_every_key() {
        assertThat(bound(Map.of(
                        "consumers", "3",
                        "seen-horizon", "4",
                        "seen-time", "5s",
                        "pending-time", "6s",
                        "back-off", "7ms",
                        "longest-back-off", "8s")))
                .isEqualTo(new ListenSettings(
                        3,
                        4,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofMillis(7),
                        Duration.ofSeconds(8)));
    }

    @ParameterizedTest
    @CsvSource({
        "consumers,0",
        "consumers,65",
        "seen-horizon,0",
        "seen-horizon,1000001",
        "seen-time,0s",
        "pending-time,-1s",
        "back-off,0s",
        "longest-back-off,1ms",
        "horizon,1"
    })
    void refuses_nonsense_and_unknown_keys_and_names_the_key(String key, String value) {
        runner.withPropertyValues(PREFIX + key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(key));
    }

    @Test
    void says_what_was_expected_and_what_came() {
        assertThatThrownBy(() -> bound(Map.of("consumers", "0")))
                .rootCause()
                .hasMessage("copytaster.enrichment.listen.consumers must be 1 to 64, got 0");
    }

    private ListenSettings bound(Map<String, String> values) {
        var found = new ListenSettings[1];
        runner.withPropertyValues(values.entrySet().stream()
                        .flatMap(e -> Stream.of(PREFIX + e.getKey() + "=" + e.getValue()))
                        .collect(Collectors.toList())
                        .toArray(String[]::new))
                .run(context -> found[0] = context.getBean(ListenSettings.class));
        return found[0];
    }
}
