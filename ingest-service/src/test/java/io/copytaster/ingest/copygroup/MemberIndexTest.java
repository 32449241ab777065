package io.copytaster.ingest.copygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemberIndexTest {

    @Test
    void puts_members_first_that_share_most_keys_and_later_ones_among_equals() {
        // Given
        MemberIndex index = new MemberIndex(8);
        index.add(0, new long[] {1, 2, 3});
        index.add(1, new long[] {3, 4});
        index.add(2, new long[] {1, 2});
        index.add(3, new long[] {9});
        // When
        long[] found = index.find(new long[] {1, 2, 3, 4}, 0, 3);
        // Then
        assertThat(found).containsExactly(0, 2, 1);
    }

    @Test
    void follows_a_crowded_key_only_so_far() {
        // Given
        MemberIndex index = new MemberIndex(1_000);
        for (int i = 0; i < 1_000; i++) {
            index.add(i, new long[] {5, i + 100L});
        }
        // When
        long[] found = index.find(new long[] {5, 100}, 0, 999);
        // Then
        assertThat(found).hasSize(CopyChoice.MOST_CANDIDATES).startsWith(999, 998);
        assertThat(index.find(new long[] {100}, 0, 999)).containsExactly(0);
    }

    @Test
    void agrees_with_a_plain_map_while_the_ring_turns() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        int ring = 50;
        MemberIndex index = new MemberIndex(ring);
        Map<Long, List<Long>> plain = new HashMap<>();
        for (long number = 0; number < 2_000; number++) {
            long[] keys = LongStream.generate(() -> random.nextInt(400))
                    .limit(1 + random.nextInt(12))
                    .distinct()
                    .toArray();
            index.add(number, keys);
            for (long key : keys) {
                plain.computeIfAbsent(key, _ -> new ArrayList<>()).add(number);
            }
            long oldest = Math.max(0, number - random.nextInt(ring));
            long asked = random.nextInt(400);
            // When
            long[] found = index.find(new long[] {asked}, oldest, number);
            // Then
            var expected =
                    plain.getOrDefault(asked, List.of()).reversed().stream().filter(member -> member >= oldest);
            assertThat(LongStream.of(found).boxed()).as("seed %d", seed).containsExactlyElementsOf(expected.toList());
        }
    }
}
