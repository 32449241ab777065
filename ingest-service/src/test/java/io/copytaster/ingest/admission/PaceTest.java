package io.copytaster.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong(5);
    private final Pace pace = new Pace(100, now::get);

    @Test
    void lets_the_first_start_at_once_and_the_next_when_its_items_are_through() {
        // When
        var first = pace.claim(50, Duration.ZERO);
        var second = pace.claim(10, Duration.ofSeconds(1));
        var third = pace.claim(10, Duration.ofSeconds(1));

        // Then
        assertThat(first).contains(Duration.ZERO);
        assertThat(second).contains(Duration.ofMillis(500));
        assertThat(third).contains(Duration.ofMillis(600));
    }

    @Test
    void claims_nothing_for_those_who_would_not_wait_so_long() {
        // Given
        pace.claim(100, Duration.ZERO);

        // When
        var impatient = pace.claim(1_000, Duration.ofMillis(999));
        var patient = pace.claim(1, Duration.ofSeconds(1));

        // Then
        assertThat(impatient).isEmpty();
        assertThat(patient).contains(Duration.ofSeconds(1));
    }

    @Test
    void saves_nothing_up_while_nobody_comes() {
        // Given
        pace.claim(1, Duration.ZERO);
        now.addAndGet(Duration.ofHours(1).toNanos());

        // When
        var after = pace.claim(100, Duration.ZERO);

        // Then
        assertThat(after).contains(Duration.ZERO);
        assertThat(pace.claim(1, Duration.ofSeconds(2))).contains(Duration.ofSeconds(1));
    }

    @Test
    void refuses_to_stand_still() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace(0, now::get))
                .withMessageContaining("got 0");
    }
}
