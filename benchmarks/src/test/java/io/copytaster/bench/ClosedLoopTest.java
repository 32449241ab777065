package io.copytaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    @Test
    void works_off_every_article_once_with_as_many_workers_as_asked() throws InterruptedException {
        // Given
        Set<Long> done = ConcurrentHashMap.newKeySet();
        var opened = new AtomicInteger();
        var loop = new ClosedLoop(3, 10);

        // When
        var measurement = loop.run(
                () -> {
                    opened.incrementAndGet();
                    return (first, count) -> {
                        for (long i = first; i < first + count; i++) {
                            done.add(i);
                        }
                    };
                },
                100,
                95);

        // Then
        assertThat(done).hasSize(95).contains(100L, 194L).doesNotContain(195L);
        assertThat(opened).hasValue(3);
        assertThat(measurement.articles()).isEqualTo(95);
    }

    @Test
    void a_worker_that_fails_fails_the_run() {
        // Given
        var loop = new ClosedLoop(2, 1);

        // Then
        assertThatThrownBy(() -> loop.run(
                        () -> (_, _) -> {
                            throw new IllegalStateException("refused");
                        },
                        0,
                        5))
                .hasMessageContaining("refused");
    }
}
