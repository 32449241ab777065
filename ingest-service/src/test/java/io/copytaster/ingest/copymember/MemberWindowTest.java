package io.copytaster.ingest.copymember;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberWindowTest {

    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");
    private static final long[] KEYS = {7, 8};

    @Test
    void finds_members_by_their_numbers_wherever_they_start() {
        // Given
        var window = new MemberWindow(8, 1_000);
        window.add(1_000, START, KEYS);
        window.add(1_001, START, new long[] {8});

        // When
        var found = window.find(KEYS);

        // Then
        assertThat(found).containsExactly(1_000, 1_001);
        assertThat(window.next()).isEqualTo(1_002);
    }

    @Test
    void fills_gaps_with_members_that_nobody_finds() {
        // Given
        var window = new MemberWindow(8, 0);
        window.add(0, START, KEYS);

        // When
        window.add(3, START, KEYS);

        // Then
        assertThat(window.find(KEYS)).containsExactly(3, 0);
        assertThat(window.room()).isEqualTo(4);
    }

    @Test
    void takes_no_member_twice() {
        // Given
        var window = new MemberWindow(8, 0);
        window.add(0, START, KEYS);

        // When
        window.add(0, START, KEYS);

        // Then
        assertThat(window.find(KEYS)).containsExactly(0);
    }

    @Test
    void lets_go_what_is_older_than_the_window_and_counts_only_what_had_no_room() {
        // Given
        var window = new MemberWindow(2, 0);
        window.add(0, START, KEYS);
        window.add(1, START.plusSeconds(10), KEYS);

        // When
        window.forgetBefore(START.plusSeconds(5));
        window.add(2, START.plusSeconds(20), KEYS);
        long forgottenInTime = window.forgottenEarly();
        window.add(3, START.plusSeconds(30), KEYS);

        // Then
        assertThat(forgottenInTime).isZero();
        assertThat(window.forgottenEarly()).isEqualTo(1);
        assertThat(window.find(KEYS)).containsExactly(3, 2);
    }
}
