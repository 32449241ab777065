package io.copytaster.bench;

import java.time.Duration;

/**
 * What a run gave.
 *
 * @param articles acknowledged
 * @param took from the first beginning to the last acknowledgement
 * @param p50 half of the pieces of work took no longer
 * @param p99 99 of 100 took no longer
 */
record Measurement(long articles, Duration took, Duration p50, Duration p99) {

    /** @param latencies nanoseconds, ascending, at least one */
    static Measurement of(long articles, Duration took, long[] latencies) {
        return new Measurement(articles, took, percentile(latencies, 50), percentile(latencies, 99));
    }

    double perSecond() {
        return articles * 1e9 / took.toNanos();
    }

    private static Duration percentile(long[] sorted, int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return Duration.ofNanos(sorted[Math.max(0, index)]);
    }
}
