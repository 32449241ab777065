package io.copytaster.runtime.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingBoundsTest {

    private final SettingBounds bounds = new SettingBounds("copytaster.feed");

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void numbers_within_the_bounds_pass_the_bounds_included(int value) {
        assertThatCode(() -> bounds.require(1, 10, "concurrency", value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void numbers_outside_are_refused_with_the_full_key(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.require(1, 10, "concurrency", value))
                .withMessage("expected 1 to 10 in copytaster.feed.concurrency, got " + value);
    }

    @Test
    void durations_within_the_bounds_pass_the_bounds_included() {
        assertThatCode(() -> {
                    bounds.require(Duration.ofSeconds(1), Duration.ofSeconds(2), "tick", Duration.ofSeconds(1));
                    bounds.require(Duration.ofSeconds(1), Duration.ofSeconds(2), "tick", Duration.ofSeconds(2));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT2.001S"})
    void durations_outside_are_refused_with_the_full_key(Duration value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.require(Duration.ofSeconds(1), Duration.ofSeconds(2), "tick", value))
                .withMessage("expected PT1S to PT2S in copytaster.feed.tick, got " + value);
    }
}
