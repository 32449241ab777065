package io.copytaster.enrichment.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenRevisionsTest {

    private final Map<Integer, List<Revision>> log = new HashMap<>();
    private final List<Set<Integer>> recalls = new ArrayList<>();
    private final SeenRevisions seen = new SeenRevisions(3, partitions -> {
        recalls.add(Set.copyOf(partitions));
        var newest = new HashMap<Integer, List<Revision>>();
        partitions.forEach(p -> newest.put(p, log.getOrDefault(p, List.of())));
        return newest;
    });

    @Test
    void recognises_a_repeat_within_one_batch() {
        // Given
        var batch = seen.begin(Set.of(0));

        // When
        batch.add(0, first("r1"));

        // Then
        assertThat(batch.sight(0, first("r1"))).isEqualTo(new Sighting.Repeated());
    }

    @Test
    void recognises_a_repeat_of_a_committed_batch() {
        // Given
        var batch = seen.begin(Set.of(0));
        batch.add(0, first("r1"));

        // When
        batch.commit();

        // Then
        assertThat(seen.begin(Set.of(0)).sight(0, first("r1"))).isEqualTo(new Sighting.Repeated());
    }

    @Test
    void remembers_nothing_of_a_batch_that_is_dropped() {
        // Given
        var rolledBack = seen.begin(Set.of(0));

        // When
        rolledBack.add(0, first("r1"));

        // Then
        assertThat(seen.begin(Set.of(0)).sight(0, first("r1"))).isEqualTo(new Sighting.New());
    }

    @Test
    void asks_the_log_again_after_a_transaction_whose_end_nobody_knows() {
        // Given
        var batch = seen.begin(Set.of(0));
        batch.add(0, first("r1"));
        log.put(0, List.of(first("r1")));

        // When
        batch.doubt();

        // Then
        assertThat(seen.begin(Set.of(0)).sight(0, first("r1"))).isEqualTo(new Sighting.Repeated());
        assertThat(recalls).hasSize(2);
    }

    @Test
    void asks_the_log_once_per_assignment_and_only_for_what_it_does_not_know() {
        // Given
        seen.recall(Set.of(0, 1));

        // When
        seen.begin(Set.of(0, 1, 2));

        // Then
        assertThat(recalls).containsExactly(Set.of(0, 1), Set.of(2));
    }

    @Test
    void names_the_successor_of_a_revision_that_comes_late() {
        // Given
        log.put(0, List.of(new Revision("r2", "r1")));

        // When
        var sighting = seen.begin(Set.of(0)).sight(0, first("r1"));

        // Then
        assertThat(sighting).isEqualTo(new Sighting.Superseded("r2"));
    }

    @Test
    void names_the_successor_when_both_come_in_one_batch_and_still_knows_the_repeat() {
        // Given
        var batch = seen.begin(Set.of(0));
        batch.add(0, new Revision("r2", "r1"));

        // When
        var late = batch.sight(0, first("r1"));
        batch.add(0, first("r1"));

        // Then
        assertThat(late).isEqualTo(new Sighting.Superseded("r2"));
        assertThat(batch.sight(0, first("r1"))).isEqualTo(new Sighting.Repeated());
    }

    @Test
    void forgets_the_oldest_beyond_the_horizon() {
        // Given
        log.put(0, List.of(first("r1"), first("r2"), first("r3"), first("r4")));

        // When
        var batch = seen.begin(Set.of(0));

        // Then
        assertThat(batch.sight(0, first("r1"))).isEqualTo(new Sighting.New());
        assertThat(batch.sight(0, first("r2"))).isEqualTo(new Sighting.Repeated());
        assertThat(seen.size()).isEqualTo(3);
    }

    @Test
    void keeps_partitions_apart() {
        // Given
        log.put(0, List.of(first("r1")));

        // When
        var batch = seen.begin(Set.of(0, 1));

        // Then
        assertThat(batch.sight(1, first("r1"))).isEqualTo(new Sighting.New());
    }

    @Test
    void refuses_a_partition_whose_memory_was_not_rebuilt() {
        // Given
        var batch = seen.begin(Set.of(0));

        // When
        seen.forget(Set.of(0));

        // Then
        assertThatThrownBy(() -> batch.sight(0, first("r1"))).hasMessageContaining("partition 0 was not rebuilt");
    }

    @Test
    void refuses_a_horizon_of_nothing() {
        assertThatThrownBy(() -> new SeenRevisions(0, _ -> Map.of())).hasMessageContaining("at least 1");
    }

    private static Revision first(String id) {
        return new Revision(id, null);
    }
}
