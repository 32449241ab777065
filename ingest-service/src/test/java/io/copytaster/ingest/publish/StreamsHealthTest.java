package io.copytaster.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StreamsHealthTest {

    @Test
    void tries_again_until_the_streams_are_prepared_and_only_then_begins() {
        // Given
        var attempts = new AtomicInteger();
        var begun = new AtomicInteger();
        var steps = new StreamsHealth.Steps(
                () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("the broker is away");
                    }
                },
                begun::incrementAndGet,
                () -> {
                    throw new AssertionError("nothing was refused");
                });
        try (var streams = new StreamsHealth(steps, Duration.ofMillis(1))) {
            assertThat(streams.health().getStatus()).isEqualTo(Status.DOWN);

            // When
            streams.start();

            // Then
            await().untilAsserted(() -> assertThat(begun).hasValue(1));
            assertThat(attempts).hasValue(3);
            assertThat(streams.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
