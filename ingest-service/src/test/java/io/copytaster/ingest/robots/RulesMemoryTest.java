package io.copytaster.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RulesMemoryTest {

    @Test
    void what_is_kept_is_bounded() {
        // Given
        var memory = new RulesMemory(10_000);

        // When
        for (int i = 0; i < 1000; i++) {
            memory.keep("http://" + i + ".example", OriginRules.open(Instant.MAX));
            memory.keep("http://often.example", OriginRules.open(Instant.MAX));
        }

        // Then
        assertThat(memory.size()).isLessThanOrEqualTo(10);
        assertThat(memory.of("http://often.example")).isPresent();
        assertThat(memory.of("http://1.example")).isEmpty();
    }
}
