package io.copytaster.ingest.pace;

import io.copytaster.ingest.pace.Wish.Force;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Decides when a feed is polled next. Its own pace lets a quarter of a new entry be expected per poll, within the bounds; a feed that fails
 * is polled the more rarely the more it failed. Whoever asks for more time gets it, within the bounds too. A tenth of the wait is
 * left to chance, so that feeds which were added together do not stay together. Thread-safe if the generator is.
 */
public final class Pace {

    private static final double CHANCE = 0.1;
    /** New entries per poll: fewer make more polls for nothing, more make news older. */
    private static final double EXPECTED = 0.25;

    private final Bounds bounds;
    private final RandomGenerator random;

    /**
     * The bounds of every pace.
     *
     * @param first before anything is known about a feed
     * @param shortest whatever the feed does
     * @param longest whatever it or its server asks for, except by Retry-After
     * @param parked between two polls of a feed that was given up
     */
    public record Bounds(Duration first, Duration shortest, Duration longest, Duration parked) {}

    public Pace(Bounds bounds, RandomGenerator random) {
        this.bounds = bounds;
        this.random = random;
    }

    /** The pace that follows from a rate alone. */
    public Duration interval(EntryRate rate) {
        double hours = EXPECTED / rate.perHour(EXPECTED / hours(bounds.first()));
        double clamped = Math.max(hours(bounds.shortest()), Math.min(hours(bounds.longest()), hours));
        return Duration.ofMillis(Math.round(clamped * 3_600_000));
    }

    /** The next poll of a feed that works. */
    public NextCheck afterSuccess(Instant now, EntryRate rate, Rhythm rhythm, List<Wish> wishes) {
        var interval = interval(rate);
        var reason = String.format(Locale.ROOT, "%.1f new entries a day were seen", rate.perDay());
        var next = follow(wishes, now, new NextCheck(now.plus(varied(interval, bounds.longest())), reason));
        var allowed = FeedWishes.outsideSkipped(rhythm, next.at());
        return allowed.equals(next.at())
                ? next
                : new NextCheck(earlierOf(allowed, now.plus(bounds.longest())), "the feed names hours or days to skip");
    }

    /** The next poll of a feed that failed. */
    public NextCheck afterFailure(Instant now, EntryRate rate, double failures, List<Wish> wishes) {
        double slowed = interval(rate).toMillis() * (1 + failures);
        var wait = Duration.ofMillis(
                (long) Math.min(slowed, (double) bounds.longest().toMillis()));
        return follow(wishes, now, new NextCheck(now.plus(varied(wait, bounds.longest())), "the last poll failed"));
    }

    /** The next poll of a feed that was given up: rarely, but never forgotten. */
    public NextCheck parked(Instant now, List<Wish> wishes) {
        var wait = varied(bounds.parked(), bounds.parked().multipliedBy(2));
        return follow(wishes, now, new NextCheck(now.plus(wait), "it failed too often and is looked at rarely"));
    }

    /** Soon, because something was left over. */
    public NextCheck soon(Instant now) {
        return new NextCheck(now.plus(bounds.shortest()), "entries were left over");
    }

    private NextCheck follow(List<Wish> wishes, Instant now, NextCheck own) {
        var next = own;
        for (var wish : wishes) {
            var most = now.plus(
                    wish.force() == Force.DEMAND ? longerOf(bounds.parked(), bounds.longest()) : bounds.longest());
            var at = earlierOf(wish.notBefore(), most);
            if (at.isAfter(next.at())) {
                next = new NextCheck(at, wish.who());
            }
        }
        return next;
    }

    /** Around a wait, but never below the shortest and above the longest. */
    private Duration varied(Duration wait, Duration most) {
        double low = Math.max((double) bounds.shortest().toMillis(), wait.toMillis() * (1 - CHANCE / 2));
        double high = Math.max(low, Math.min((double) most.toMillis(), wait.toMillis() * (1 + CHANCE / 2)));
        return Duration.ofMillis(Math.round(low + (high - low) * random.nextDouble()));
    }

    private static Instant earlierOf(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration longerOf(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }
}
