package io.copytaster.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A number of workers, each of which begins its next piece of work when the last one was acknowledged: so many pieces are in hand
 * at any time and never more.
 */
final class ClosedLoop {

    private final int workers;
    private final int articlesPerPiece;

    ClosedLoop(int workers, int articlesPerPiece) {
        this.workers = workers;
        this.articlesPerPiece = articlesPerPiece;
    }

    /** Makes a worker; each is used by one thread. */
    interface Workshop {
        Worker open() throws Exception;
    }

    /** Does pieces of work. */
    interface Worker extends AutoCloseable {
        /** Does the articles from that number on, and returns when all of them are acknowledged. */
        void work(long first, int count) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Works off that many articles, counted from {@code first}. */
    Measurement run(Workshop workshop, long first, long articles) throws InterruptedException {
        var next = new AtomicLong(first);
        long end = first + articles;
        try (var threads = Executors.newFixedThreadPool(workers)) {
            long begin = System.nanoTime();
            var done = IntStream.range(0, workers)
                    .mapToObj(_ -> threads.submit(() -> work(workshop, next, end)))
                    .toList();
            var latencies = LongStream.empty();
            for (var each : done) {
                latencies = LongStream.concat(latencies, LongStream.of(result(each)));
            }
            var sorted = latencies.sorted().toArray();
            return Measurement.of(articles, Duration.ofNanos(System.nanoTime() - begin), sorted);
        }
    }

    private long[] work(Workshop workshop, AtomicLong next, long end) throws Exception {
        var latencies = new long[1024];
        int count = 0;
        try (var worker = workshop.open()) {
            for (long from = next.getAndAdd(articlesPerPiece); from < end; from = next.getAndAdd(articlesPerPiece)) {
                long begin = System.nanoTime();
                worker.work(from, (int) Math.min(articlesPerPiece, end - from));
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static long[] result(Future<long[]> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
        }
    }
}
