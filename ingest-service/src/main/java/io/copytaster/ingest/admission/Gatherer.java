package io.copytaster.ingest.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Gathers single requests into waves that are decided together. A worker takes what waits, at most a wave, and never waits for more, so
 * that a lone request is decided as soon as it comes; under load requests gather while all workers are busy. Requests that must not
 * be decided together are decided one wave after the other. Bounded in number and in bytes. Thread-safe; callers block.
 *
 * @param <Q> requests
 * @param <A> answers
 */
public final class Gatherer<Q, A> implements AutoCloseable {

    private static final int KILOBYTE = 1024;

    private final BlockingQueue<Waiting<Q, A>> queue = new LinkedBlockingQueue<>();
    private final Function<List<Q>, List<A>> decision;
    private final Function<Q, Optional<String>> alone;
    private final Bounds bounds;
    private final Semaphore places;
    private final Semaphore kilobytes;
    private final ExecutorService workers;

    /**
     * A gatherer whose workers start at once.
     *
     * @param decision decides a wave; as many answers in the same order
     * @param alone requests with equal names are never decided in one wave
     */
    public Gatherer(Function<List<Q>, List<A>> decision, Function<Q, Optional<String>> alone, Bounds bounds) {
        this.decision = decision;
        this.alone = alone;
        this.bounds = bounds;
        this.places = new Semaphore(bounds.waiting(), true);
        this.kilobytes = new Semaphore(bounds.kilobytes(), true);
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("gatherer-", 0).factory());
        for (int i = 0; i < bounds.workers(); i++) {
            workers.execute(this::work);
        }
    }

    /**
     * How much a gatherer has in hand at most.
     *
     * @param workers waves that are decided at a time
     * @param wave requests of a wave
     * @param waiting requests that wait or are being decided
     * @param kilobytes of these requests together
     * @param patience how long a request waits until it is taken
     */
    public record Bounds(int workers, int wave, int waiting, int kilobytes, Duration patience) {}

    private record Waiting<Q, A>(Q request, long until, CompletableFuture<Optional<A>> answer) {}

    /** The answer to a request, or nothing where its turn did not come in time; throws what its decision throws. */
    public Optional<A> decide(Q request, int bytes) {
        int size = Math.min(bounds.kilobytes(), 1 + bytes / KILOBYTE);
        long until = System.nanoTime() + bounds.patience().toNanos();
        if (!acquired(places, 1, until)) {
            return Optional.empty();
        }
        try {
            if (!acquired(kilobytes, size, until)) {
                return Optional.empty();
            }
            try {
                return decided(new Waiting<>(request, until, new CompletableFuture<>()));
            } finally {
                kilobytes.release(size);
            }
        } finally {
            places.release();
        }
    }

    /** Requests that would be let in now. */
    public int free() {
        return places.availablePermits();
    }

    /** Ends the workers; what waits is not decided. */
    @Override
    public void close() {
        workers.shutdownNow();
        queue.forEach(each -> each.answer().complete(Optional.empty()));
    }

    private Optional<A> decided(Waiting<Q, A> waiting) {
        queue.add(waiting);
        if (workers.isShutdown()) {
            waiting.answer().complete(Optional.empty());
        }
        try {
            return waiting.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static boolean acquired(Semaphore semaphore, int permits, long until) {
        try {
            return semaphore.tryAcquire(permits, Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        try {
            while (!workers.isShutdown()) {
                var taken = new ArrayList<Waiting<Q, A>>(bounds.wave());
                taken.add(queue.take());
                queue.drainTo(taken, bounds.wave() - 1);
                decideInTime(taken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void decideInTime(List<Waiting<Q, A>> taken) {
        long now = System.nanoTime();
        var rest = new ArrayList<Waiting<Q, A>>();
        for (var each : taken) {
            if (each.until() - now < 0) {
                each.answer().complete(Optional.empty());
            } else {
                rest.add(each);
            }
        }
        while (!rest.isEmpty()) {
            var names = new HashSet<String>();
            var wave = rest.stream()
                    .filter(each -> alone.apply(each.request()).map(names::add).orElse(true))
                    .toList();
            decide(wave);
            rest.removeAll(wave);
        }
    }

    private void decide(List<Waiting<Q, A>> wave) {
        try {
            var answers = decision.apply(wave.stream().map(Waiting::request).toList());
            for (int i = 0; i < wave.size(); i++) {
                wave.get(i).answer().complete(Optional.of(answers.get(i)));
            }
        } catch (RuntimeException | Error e) {
            wave.forEach(each -> each.answer().completeExceptionally(e));
        }
    }
}
