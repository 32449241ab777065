package io.copytaster.runtime.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartUpTest {

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final StartUp startUp = new StartUp(
            () -> {
                steps.add("streams");
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("no broker yet");
                }
            },
            () -> steps.add("ids"),
            () -> steps.add("consumers"),
            steps::add);

    @AfterEach
    void stop() {
        startUp.stop();
    }

    @Test
    void initialises_transactional_ids_before_a_consumer_starts() {
        // When
        startUp.start();
        await().until(startUp::started);

        // Then
        assertThat(steps).containsExactly("streams", "ids", "consumers");
    }

    @Test
    void tries_again_and_says_what_it_waits_for() {
        // Given
        failures.set(1);

        // When
        startUp.start();
        await().until(() -> startUp.waitingFor().contains("no broker yet"));
        await().until(startUp::started);

        // Then
        assertThat(steps).containsExactly("streams", "streams", "ids", "consumers");
    }
}
