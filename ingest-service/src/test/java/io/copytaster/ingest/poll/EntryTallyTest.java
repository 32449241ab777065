package io.copytaster.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.poll.EntryTally.Fate;
import org.junit.jupiter.api.Test;

class EntryTallyTest {

    @Test
    void nothing_is_complete_and_nothing_new() {
        assertThat(EntryTally.NONE.isComplete()).isTrue();
        assertThat(EntryTally.NONE.fresh()).isZero();
        assertThat(EntryTally.NONE.count(Fate.PUBLISHED)).isZero();
    }

    @Test
    void adds_fate_by_fate() {
        // Given
        var one = EntryTally.of(Fate.SEEN, 5).plus(EntryTally.of(Fate.KNOWN, 2));

        // When
        var both = one.plus(EntryTally.of(Fate.SEEN, 3)).plus(EntryTally.NONE);

        // Then
        assertThat(both.count(Fate.SEEN)).isEqualTo(8);
        assertThat(both.count(Fate.KNOWN)).isEqualTo(2);
        assertThat(one.count(Fate.SEEN)).isEqualTo(5);
    }

    @Test
    void new_is_what_was_not_known_and_came_to_its_end() {
        // Given
        var tally = EntryTally.of(Fate.SEEN, 10)
                .plus(EntryTally.of(Fate.KNOWN, 4))
                .plus(EntryTally.of(Fate.LEFT, 1))
                .plus(EntryTally.of(Fate.PENDING, 2));

        // When
        int fresh = tally.fresh();

        // Then
        assertThat(fresh).isEqualTo(3);
    }

    @Test
    void known_entries_that_were_left_over_for_their_pages_make_no_negative_news() {
        // Given
        var tally =
                EntryTally.of(Fate.SEEN, 10).plus(EntryTally.of(Fate.KNOWN, 10)).plus(EntryTally.of(Fate.LEFT, 5));

        // When
        int fresh = tally.fresh();

        // Then
        assertThat(fresh).isZero();
    }

    @Test
    void what_is_left_or_pending_makes_it_incomplete() {
        assertThat(EntryTally.of(Fate.LEFT, 1).isComplete()).isFalse();
        assertThat(EntryTally.of(Fate.PENDING, 1).isComplete()).isFalse();
        assertThat(EntryTally.of(Fate.REJECTED, 1).isComplete()).isTrue();
    }
}
