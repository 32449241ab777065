package io.copytaster.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTest {

    @Test
    void gives_nothing_when_no_permit_becomes_free() {
        // Given
        var permits = new Permits(1);

        // When
        var inner = permits.within(Duration.ZERO, () -> permits.within(Duration.ofMillis(1), () -> "work"));

        // Then
        assertThat(inner.orElseThrow()).isEmpty();
        assertThat(permits.free()).isEqualTo(1);
    }

    @Test
    void takes_the_permit_back_after_a_failure() {
        // Given
        var permits = new Permits(1);

        // When
        assertThatThrownBy(() -> permits.within(Duration.ZERO, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        // Then
        assertThat(permits.within(Duration.ZERO, () -> "work")).contains("work");
    }
}
