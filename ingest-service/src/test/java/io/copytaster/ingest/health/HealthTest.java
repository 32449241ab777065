package io.copytaster.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.health.PollResult.Failed;
import io.copytaster.ingest.health.PollResult.Gone;
import io.copytaster.ingest.health.PollResult.NotModified;
import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.health.PollResult.WasRead;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(1));
    private static final double LIMIT = 30;
    private static final Health WELL = Health.NEW.after(new WasRead(), LIMIT, START);
    private static final Failed REFUSED = new Failed(Severity.HARD, "got 403");

    @Test
    void a_feed_that_was_read_is_healthy() {
        assertThat(WELL).isEqualTo(new Health(Condition.HEALTHY, 0, null, START, START));
    }

    @Test
    void a_304_after_a_readable_answer_keeps_it_healthy() {
        assertThat(WELL.after(new NotModified(), LIMIT, LATER))
                .isEqualTo(new Health(Condition.HEALTHY, 0, null, LATER, LATER));
    }

    @Test
    void a_304_heals_nothing() {
        // Given
        var failing = WELL.after(REFUSED, LIMIT, START);
        var parked = failures(WELL, REFUSED, 30);
        var gone = WELL.after(new Gone("got 410"), LIMIT, START);

        for (var ill : new Health[] {Health.NEW, failing, parked, gone}) {
            // When
            var after = ill.after(new NotModified(), LIMIT, LATER);

            // Then
            assertThat(after)
                    .isEqualTo(new Health(ill.condition(), ill.failures(), ill.reason(), LATER, ill.lastSuccessAt()));
        }
    }

    @Test
    void a_304_does_not_wake_a_quiet_feed() {
        assertThat(WELL.quiet("nothing new").after(new NotModified(), LIMIT, LATER))
                .isEqualTo(new Health(Condition.QUIET, 0, "nothing new", LATER, LATER));
    }

    @ParameterizedTest
    @CsvSource({"HARD, 30", "SOFT, 60", "TEMPORARY, 120"})
    void thirty_weighted_failures_park(Severity severity, int failures) {
        // Given
        var failed = new Failed(severity, "why");

        // When
        var before = failures(WELL, failed, failures - 1);

        // Then
        assertThat(before.condition()).isEqualTo(Condition.FAILING);
        assertThat(before.after(failed, LIMIT, LATER).condition()).isEqualTo(Condition.PARKED);
    }

    @Test
    void failures_of_all_weights_add_up() {
        // When
        var health = WELL.after(REFUSED, LIMIT, START)
                .after(new Failed(Severity.SOFT, "soft"), LIMIT, START)
                .after(new Failed(Severity.TEMPORARY, "slow"), LIMIT, LATER);

        // Then
        assertThat(health).isEqualTo(new Health(Condition.FAILING, 1.75, "slow", LATER, START));
    }

    @Test
    void a_304_between_failures_counts_for_nothing() {
        // When
        var health = WELL.after(REFUSED, LIMIT, START)
                .after(new NotModified(), LIMIT, START)
                .after(REFUSED, LIMIT, START);

        // Then
        assertThat(health.failures()).isEqualTo(2);
    }

    @Test
    void one_readable_answer_heals_whatever_was_before() {
        // Given
        var parked = failures(WELL, REFUSED, 1000);
        var gone = WELL.after(new Gone("got 410"), LIMIT, START);

        for (var ill : new Health[] {failures(WELL, REFUSED, 20), parked, gone}) {
            // When
            var after = ill.after(new WasRead(), LIMIT, LATER);

            // Then
            assertThat(after).isEqualTo(new Health(Condition.HEALTHY, 0, null, LATER, LATER));
        }
    }

    @Test
    void a_parked_feed_stays_parked_while_it_fails() {
        assertThat(failures(WELL, REFUSED, 100).condition()).isEqualTo(Condition.PARKED);
    }

    @Test
    void a_feed_that_is_gone_keeps_what_was_known() {
        assertThat(WELL.after(new Gone("got 410"), LIMIT, LATER))
                .isEqualTo(new Health(Condition.GONE, 0, "got 410", LATER, START));
    }

    @Test
    void empty_is_not_broken() {
        // When
        var quiet = WELL.quiet("nothing new for 40 hours");

        // Then
        assertThat(quiet.isWell()).isTrue();
        assertThat(quiet.failures()).isZero();
        assertThat(quiet.heard()).isEqualTo(WELL);
    }

    @Test
    void only_a_feed_that_is_well_can_be_quiet_or_heard() {
        // Given
        var failing = WELL.after(REFUSED, LIMIT, START);

        // When
        var quiet = failing.quiet("nothing new");

        // Then
        assertThat(quiet).isEqualTo(failing).isEqualTo(failing.heard());
        assertThat(Health.NEW.quiet("nothing new")).isEqualTo(Health.NEW);
    }

    @Test
    void users_see_words() {
        assertThat(Arrays.stream(Condition.values()).map(Condition::word))
                .containsExactly("new", "healthy", "quiet", "failing", "parked", "gone");
    }

    private static Health failures(Health from, Failed failure, int times) {
        var health = from;
        for (int i = 0; i < times; i++) {
            health = health.after(failure, LIMIT, LATER);
        }
        return health;
    }
}
