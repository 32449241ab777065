package io.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final Validators ETAG = new Validators("W/\"v1\"", null, "hash", START, 0);

    @Test
    void without_validators_there_is_no_condition() {
        assertThat(Validators.NONE.allowCondition(START)).isFalse();
        assertThat(new Validators(null, null, "hash", START, 0).allowCondition(START))
                .isFalse();
    }

    @Test
    void one_validator_is_enough() {
        assertThat(ETAG.allowCondition(START)).isTrue();
        assertThat(new Validators(null, "Wed, 25 Nov 2026 12:00:00 GMT", "hash", START, 0).allowCondition(START))
                .isTrue();
    }

    @Test
    void each_twentieth_poll_is_without_condition() {
        // Given
        var validators = ETAG;
        int conditional = 0;

        // When
        while (validators.allowCondition(START)) {
            validators = validators.polled();
            conditional++;
        }

        // Then
        assertThat(conditional).isEqualTo(19);
    }

    @Test
    void at_least_once_a_day_there_is_no_condition() {
        assertThat(ETAG.allowCondition(START.plus(Duration.ofDays(1)).minusMillis(1)))
                .isTrue();
        assertThat(ETAG.allowCondition(START.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void a_clock_set_back_an_hour_allows_no_more_conditions_than_usual() {
        // Given
        var validators = ETAG;
        var back = START.minus(Duration.ofHours(1));

        // When
        for (int i = 0; i < 19; i++) {
            validators = validators.polled();
        }

        // Then
        assertThat(ETAG.allowCondition(back)).isTrue();
        assertThat(validators.allowCondition(back)).isFalse();
    }

    @Test
    void a_poll_without_condition_knows_the_body_still() {
        assertThat(ETAG.polled().unconditional()).isEqualTo(new Validators(null, null, "hash", START, 0));
    }

    @Test
    void keeps_weak_validators_as_they_are() {
        assertThat(ETAG.polled().etag()).isEqualTo("W/\"v1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-injected: 1", "a\0", "a\u007f"})
    void what_cannot_be_sent_back_is_no_validator(String value) {
        assertThat(new Validators(value, value, null, null, 0)).isEqualTo(Validators.NONE);
    }

    @Test
    void what_is_too_long_to_be_sent_back_is_no_validator() {
        assertThat(new Validators("e".repeat(1000), "l".repeat(1001), null, null, 0))
                .isEqualTo(new Validators("e".repeat(1000), null, null, null, 0));
    }
}
