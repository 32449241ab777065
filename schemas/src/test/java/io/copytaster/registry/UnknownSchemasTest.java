package io.copytaster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class UnknownSchemasTest {

    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    private final SteppedClock clock = new SteppedClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final UnknownSchemas unknown = new UnknownSchemas(clock, clock::advance);

    @Test
    void gives_up_after_three_answers_over_ten_seconds() {
        // When
        giveUp(7);

        // Then
        assertThat(asked).hasValue(3);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void finds_a_schema_that_appears_within_ten_seconds() {
        // Given
        IntFunction<Schema> late = id -> asked.incrementAndGet() < 3 ? none(id) : SCHEMA;

        // When
        var found = unknown.find(7, late);

        // Then
        assertThat(found).isEqualTo(SCHEMA);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void does_not_ask_again_within_a_minute() {
        // Given
        giveUp(7);
        clock.advance(Duration.ofSeconds(59));

        // When
        giveUp(7);

        // Then
        assertThat(asked).hasValue(3);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(69));
    }

    @Test
    void asks_once_after_a_minute_and_then_after_two() {
        // Given
        giveUp(7);
        clock.advance(Duration.ofSeconds(60));
        giveUp(7);
        clock.advance(Duration.ofSeconds(119));
        giveUp(7);

        // When
        clock.advance(Duration.ofSeconds(1));
        giveUp(7);

        // Then
        assertThat(asked).hasValue(5);
    }

    @Test
    void forgets_the_verdict_when_the_schema_appears() {
        // Given
        giveUp(7);
        clock.advance(Duration.ofSeconds(60));

        // When
        var found = unknown.find(7, _ -> SCHEMA);

        // Then
        assertThat(found).isEqualTo(unknown.find(7, _ -> SCHEMA));
    }

    @Test
    void shares_one_patience_among_a_flood_of_stray_ids() {
        // When
        for (int id = 1; id <= 100; id++) {
            giveUp(id);
        }

        // Then
        assertThat(asked).hasValue(300);
        assertThat(clock.elapsed()).isLessThan(Duration.ofSeconds(21));
    }

    @Test
    void lets_an_outage_pass_without_a_verdict() {
        // Given
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> unknown.find(7, _ -> {
                    throw new IllegalStateException("outage");
                }));

        // When
        var found = unknown.find(7, _ -> SCHEMA);

        // Then
        assertThat(found).isEqualTo(SCHEMA);
        assertThat(clock.elapsed()).isZero();
    }

    private void giveUp(int id) {
        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> unknown.find(id, other -> {
                    asked.incrementAndGet();
                    return none(other);
                }));
    }

    private static Schema none(int id) {
        throw new UnknownSchemaException("no schema " + id);
    }

    /** A clock that moves only when somebody waits. */
    private static final class SteppedClock extends Clock {

        private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

        private Instant now = START;

        void advance(Duration time) {
            now = now.plus(time);
        }

        Duration elapsed() {
            return Duration.between(START, now);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
