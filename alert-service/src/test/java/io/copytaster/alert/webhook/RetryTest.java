package io.copytaster.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Test
    void ten_attempts_last_about_75_hours() {
        var schedule = new RetrySchedule(RetrySchedule.STANDARD, () -> 0L);
        var at = NOW;
        var waits = new ArrayList<Duration>();
        for (int made = 1; made < 10; made++) {
            var next = schedule.next(made, Duration.ZERO, at).orElseThrow();
            waits.add(Duration.between(at, next));
            at = next;
        }

        assertThat(waits).isEqualTo(RetrySchedule.STANDARD.subList(1, 10));
        assertThat(Duration.between(NOW, at))
                .isEqualTo(Duration.ofMinutes(75 * 60 + 35).plusSeconds(5));
        assertThat(schedule.next(10, Duration.ZERO, at)).isEmpty();
    }

    @Test
    void jitter_only_adds_a_tenth_at_least_up_to_2_seconds_at_most_15_minutes() {
        long seed = new Random().nextLong();
        var schedule = new RetrySchedule(RetrySchedule.STANDARD, new Random(seed));
        for (int i = 0; i < 1000; i++) {
            for (int made = 1; made < 10; made++) {
                var wait = Duration.between(
                        NOW, schedule.next(made, Duration.ZERO, NOW).orElseThrow());
                var base = RetrySchedule.STANDARD.get(made);
                var most = List.of(Duration.ofSeconds(2), base.dividedBy(10)).stream()
                        .max(Duration::compareTo)
                        .get();
                var bounded = most.compareTo(Duration.ofMinutes(15)) > 0 ? Duration.ofMinutes(15) : most;
                assertThat(wait).as("seed %s", seed).isBetween(base, base.plus(bounded));
            }
        }
    }

    @Test
    void what_the_receiver_asks_for_is_a_floor() {
        var schedule = new RetrySchedule(RetrySchedule.STANDARD, () -> 0L);

        assertThat(schedule.next(1, Duration.ofMinutes(2), NOW)).contains(NOW.plusSeconds(120));
        assertThat(schedule.next(2, Duration.ofMinutes(2), NOW)).contains(NOW.plusSeconds(300));
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 7 ', PT7S",
        "999999999999999999999999, PT24H",
        "86401, PT24H",
        "'Wed, 25 Nov 2026 08:01:40 GMT', PT1M40S",
        "'Wednesday, 25-Nov-26 08:01:40 GMT', PT1M40S",
        "'Wed Nov 25 08:01:40 2026', PT1M40S",
        "'Tue, 25 Nov 2036 08:00:00 GMT', PT24H"
    })
    void retry_after_is_read_in_all_its_spellings_and_bounded(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-5",
                "1.5",
                "soon",
                "Wed, 25 Nov 2026 07:59:59 GMT",
                "Wed, 99 Nov 2026 08:00:00 GMT"
            })
    void a_retry_after_that_asks_for_nothing_is_as_if_absent(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
