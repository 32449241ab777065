package io.copytaster.runtime.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LagSettingsTest {

    private static final String PREFIX = "copytaster.lag.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Enabled.class);

    @EnableConfigurationProperties(LagSettings.class)
    static class Enabled {}

    @Test
    void has_defaults_that_need_no_setting() {
        assertThat(bound(Map.of())).isEqualTo(new LagSettings(Duration.ofSeconds(5), Duration.ofSeconds(30)));
    }

    @Test
    void reads_every_key() {
        assertThat(bound(Map.of("every", "1s", "stall-time", "45s")))
                .isEqualTo(new LagSettings(Duration.ofSeconds(1), Duration.ofSeconds(45)));
    }

    @ParameterizedTest
    @CsvSource({"every,0s", "every,-1s", "stall-time,10s", "patience,1m"})
    void refuses_nonsense_and_unknown_keys_and_names_the_key(String key, String value) {
        runner.withPropertyValues(PREFIX + key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(key));
    }

    private LagSettings bound(Map<String, String> settings) {
        var properties = settings.entrySet().stream()
                .map(setting -> PREFIX + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        var bound = new LagSettings[1];
        runner.withPropertyValues(properties).run(context -> bound[0] = context.getBean(LagSettings.class));
        return bound[0];
    }
}
