package io.copytaster.alert.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery is tried again: the delays that Standard Webhooks recommends, each made longer, never shorter, by a
 * random tenth, so that what failed together does not come back together.
 */
public final class RetrySchedule {

    /** The wait before each attempt: ten attempts over about 75 hours. */
    public static final List<Duration> STANDARD = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration LEAST_JITTER = Duration.ofSeconds(2);
    private static final Duration MOST_JITTER = Duration.ofMinutes(15);

    private final List<Duration> delays;
    private final RandomGenerator random;

    public RetrySchedule(List<Duration> delays, RandomGenerator random) {
        if (delays.isEmpty() || delays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("expected at least one delay and none negative, got " + delays);
        }
        this.delays = List.copyOf(delays);
        this.random = random;
    }

    /**
     * The instant of the next attempt; empty when the schedule is used up.
     *
     * @param made attempts made so far, at least one
     * @param floor the least wait, as the receiver asked
     */
    public Optional<Instant> next(int made, Duration floor, Instant now) {
        if (made >= delays.size()) {
            return Optional.empty();
        }
        var delay = delays.get(made);
        var wait = delay.compareTo(floor) < 0 ? floor : delay;
        return Optional.of(now.plus(wait).plus(jitter(wait)));
    }

    private Duration jitter(Duration wait) {
        var tenth = wait.dividedBy(10);
        var most = tenth.compareTo(LEAST_JITTER) < 0 ? LEAST_JITTER : tenth;
        var bounded = most.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : most;
        return Duration.ofMillis(random.nextLong(bounded.toMillis() + 1));
    }
}
