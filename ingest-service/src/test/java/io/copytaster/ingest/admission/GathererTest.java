package io.copytaster.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.copytaster.ingest.admission.Gatherer.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GathererTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<List<String>> waves = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void a_lone_request_is_decided_alone_and_at_once() {
        // Given
        gate.countDown();
        try (var gatherer = gatherer(new Bounds(1, 10, 10, 100, PATIENCE))) {
            // When
            var answer = gatherer.decide("a", 10);

            // Then
            assertThat(answer).contains("A");
            assertThat(waves).containsExactly(List.of("a"));
        }
    }

    @Test
    void what_comes_while_all_workers_are_busy_is_decided_together_up_to_a_wave() {
        // Given
        try (var gatherer = gatherer(new Bounds(1, 3, 100, 100, PATIENCE))) {
            var first = ask(gatherer, "first");
            await().until(() -> waves.size() == 1);

            // When
            var rest =
                    IntStream.range(0, 5).mapToObj(i -> ask(gatherer, "r" + i)).toList();
            await().until(() -> gatherer.free() == 94);
            gate.countDown();

            // Then
            assertThat(first.join()).contains("FIRST");
            assertThat(rest.stream().map(CompletableFuture::join).map(Optional::orElseThrow))
                    .containsExactly("R0", "R1", "R2", "R3", "R4");
            assertThat(waves).extracting(List::size).allMatch(size -> size <= 3);
            assertThat(waves.stream().mapToInt(List::size).sum()).isEqualTo(6);
            assertThat(waves.size()).isLessThan(6);
        }
    }

    @Test
    void requests_of_one_name_are_never_decided_in_one_wave() {
        // Given
        try (var gatherer = gatherer(new Bounds(1, 10, 100, 100, PATIENCE))) {
            var first = ask(gatherer, "first");
            await().until(() -> waves.size() == 1);

            // When
            var rest = List.of(ask(gatherer, "key:1"), ask(gatherer, "key:1"), ask(gatherer, "key:1"));
            await().until(() -> gatherer.free() == 96);
            gate.countDown();

            // Then
            assertThat(rest.stream().map(CompletableFuture::join).collect(Collectors.toSet()))
                    .containsExactly(Optional.of("KEY:1"));
            assertThat(first.join()).contains("FIRST");
            assertThat(waves).filteredOn(wave -> wave.contains("key:1")).containsOnly(List.of("key:1"));
        }
    }

    @Test
    void who_finds_no_place_in_time_is_sent_away() {
        // Given
        try (var gatherer = gatherer(new Bounds(1, 10, 1, 100, Duration.ofMillis(5)))) {
            var first = ask(gatherer, "first");
            await().until(() -> waves.size() == 1);

            // When
            var second = gatherer.decide("second", 1);
            gate.countDown();

            // Then
            assertThat(second).isEmpty();
            assertThat(first.join()).contains("FIRST");
            assertThat(gatherer.free()).isEqualTo(1);
        }
    }

    @Test
    void who_finds_no_memory_in_time_is_sent_away() {
        // Given
        try (var gatherer = gatherer(new Bounds(1, 10, 10, 100, Duration.ofMillis(5)))) {
            var first =
                    CompletableFuture.supplyAsync(() -> gatherer.decide("large", 1 << 20), Thread::startVirtualThread);
            await().until(() -> waves.size() == 1);

            // When
            var second = gatherer.decide("small", 1);
            gate.countDown();

            // Then
            assertThat(second).isEmpty();
            assertThat(first.join()).contains("LARGE");
        }
    }

    @Test
    void who_waited_too_long_for_a_worker_is_not_decided() {
        // Given
        try (var gatherer = gatherer(new Bounds(1, 10, 10, 100, Duration.ofMillis(5)))) {
            var first = ask(gatherer, "first");
            await().until(() -> waves.size() == 1);
            long begin = System.nanoTime();
            var late = ask(gatherer, "late");
            await().until(() -> gatherer.free() == 8 && System.nanoTime() - begin > 20_000_000);

            // When
            gate.countDown();

            // Then
            assertThat(first.join()).contains("FIRST");
            assertThat(late.join()).isEmpty();
            assertThat(waves).containsExactly(List.of("first"));
        }
    }

    @Test
    void a_failed_decision_fails_its_wave_and_no_other() {
        // Given
        gate.countDown();
        try (var gatherer = gatherer(new Bounds(2, 10, 10, 100, PATIENCE))) {
            // When
            assertThatThrownBy(() -> gatherer.decide("bad", 1)).hasMessage("bad");

            // Then
            assertThat(gatherer.decide("good", 1)).contains("GOOD");
            assertThat(gatherer.free()).isEqualTo(10);
        }
    }

    private Gatherer<String, String> gatherer(Bounds bounds) {
        return new Gatherer<>(
                this::decide, request -> Optional.of(request).filter(each -> each.startsWith("key:")), bounds);
    }

    private List<String> decide(List<String> wave) {
        waves.add(List.copyOf(wave));
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wave.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        return wave.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
    }

    private static CompletableFuture<Optional<String>> ask(Gatherer<String, String> gatherer, String request) {
        return CompletableFuture.supplyAsync(() -> gatherer.decide(request, 1), Thread::startVirtualThread);
    }
}
