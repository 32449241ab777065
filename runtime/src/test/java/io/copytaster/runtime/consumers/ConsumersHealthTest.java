package io.copytaster.runtime.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ConsumersHealthTest {

    private final CountDownLatch streams = new CountDownLatch(1);
    private final AtomicBoolean assigned = new AtomicBoolean();
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    private final StartUp startUp = new StartUp(this::awaitStreams, () -> {}, () -> {}, sentence -> {});
    private final ConsumersHealth health = new ConsumersHealth(startUp, assigned::get, trouble::get);

    @AfterEach
    void stop() {
        streams.countDown();
        startUp.stop();
    }

    @Test
    void waits_for_the_start_and_says_for_what() {
        // When
        startUp.start();

        // Then
        await().until(() -> reason().equals("waits for its streams and schemas"));
    }

    @Test
    void waits_for_partitions_after_the_start() {
        // When
        start();

        // Then
        assertThat(reason()).isEqualTo("waits for its partitions");
    }

    @Test
    void is_up_when_partitions_advance() {
        // Given
        assigned.set(true);

        // When
        start();

        // Then
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void is_down_with_the_reason_while_a_batch_waits_for_infrastructure() {
        // Given
        assigned.set(true);
        start();

        // When
        trouble.set(Optional.of("news.article-enriched-0 waits: no database"));

        // Then
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason()).isEqualTo("news.article-enriched-0 waits: no database");
    }

    private void start() {
        streams.countDown();
        startUp.start();
        await().until(startUp::started);
    }

    private String reason() {
        Health answer = health.health();
        return String.valueOf(answer.getDetails().get("reason"));
    }

    private void awaitStreams() {
        try {
            streams.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
