package io.copytaster.runtime.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.runtime.lag.StallWatch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final StallWatch watch = new StallWatch(Duration.ofSeconds(30));

    @Test
    void calls_a_partition_stalled_that_has_unread_records_and_does_not_move() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START);

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START.plusSeconds(30));

        // Then
        assertThat(stalled).containsExactly("p-0");
    }

    @Test
    void waits_for_the_whole_patience() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START);

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START.plusSeconds(29));

        // Then
        assertThat(stalled).isEmpty();
    }

    @Test
    void counts_a_commit_as_movement() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START);
        watch.stalled(Map.of("p-0", new Sight(6, true, 1)), START.plusSeconds(20));

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(6, true, 1)), START.plusSeconds(40));

        // Then
        assertThat(stalled).isEmpty();
    }

    @Test
    void counts_an_attempt_that_is_rolled_back_as_movement() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START);
        watch.stalled(Map.of("p-0", new Sight(5, true, 2)), START.plusSeconds(20));

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(5, true, 2)), START.plusSeconds(40));

        // Then
        assertThat(stalled).isEmpty();
    }

    @Test
    void leaves_an_idle_partition_alone() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, false, 1)), START);

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(5, false, 1)), START.plusSeconds(600));

        // Then
        assertThat(stalled).isEmpty();
    }

    @Test
    void starts_anew_for_a_partition_that_was_away() {
        // Given
        watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START);
        watch.stalled(Map.of(), START.plusSeconds(20));

        // When
        var stalled = watch.stalled(Map.of("p-0", new Sight(5, true, 1)), START.plusSeconds(40));

        // Then
        assertThat(stalled).isEmpty();
    }
}
