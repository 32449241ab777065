package io.copytaster.ingest.poll;

import io.copytaster.ingest.health.Condition;
import io.copytaster.ingest.health.Health;
import io.copytaster.ingest.health.PollResult;
import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.pace.EntryRate;
import io.copytaster.ingest.pace.FeedWishes;
import io.copytaster.ingest.pace.NextCheck;
import io.copytaster.ingest.pace.Pace;
import io.copytaster.ingest.pace.Wish;
import io.copytaster.ingest.poll.EntryTally.Fate;
import io.copytaster.ingest.source.FeedChange;
import io.copytaster.ingest.source.FeedState;
import io.copytaster.ingest.source.FeedState.Traffic;
import io.copytaster.ingest.source.FeedState.Words;
import io.copytaster.ingest.source.Move;
import io.copytaster.ingest.source.Validators;
import io.copytaster.ingest.syndication.Feed;
import io.copytaster.ingest.syndication.FeedReading;
import io.copytaster.ingest.volume.EntryCounts;
import io.copytaster.ingest.volume.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from a poll: the new state of the feed, and what its owner should know. Stateless but for the generator of its pace. */
public final class Aftermath {

    private static final Duration SHORTEST_QUIET = Duration.ofDays(1);
    /** With entries by chance, so many usual gaps without any happen once in 400. */
    private static final double QUIET_GAPS = 6;
    /** An owner is told at the first full failure, then at growing distances. */
    private static final List<Double> TOLD_AT = List.of(1.0, 4.0, 16.0);

    private final Pace pace;
    private final double failureLimit;

    /** What follows. */
    public record Outcome(FeedState state, List<FeedChange> changes) {}

    /** @param failureLimit weighted failures after which a feed is parked */
    public Aftermath(Pace pace, double failureLimit) {
        this.pace = pace;
        this.failureLimit = failureLimit;
    }

    /** A document was read and its entries were offered. */
    public Outcome read(FeedState before, FeedAnswer.Document document, Feed feed, EntryTally tally, Instant now) {
        var health = before.health().after(new PollResult.WasRead(), failureLimit, now);
        var traffic = isFirst(before) ? firstTraffic(before, feed, now) : traffic(before, tally.fresh(), now);
        var words = new Words(
                feed.head().title(),
                feed.head().link(),
                feed.head().language(),
                feed.warnings(),
                feed.head().rhythm());
        var next = tally.isComplete() ? working(traffic, words, document.wishes(), now) : pace.soon(now);
        var validators = tally.isComplete() && tally.count(Fate.RETRIED) == 0 ? document.validators() : Validators.NONE;
        return outcome(
                before, new FeedState(health, validators, traffic, words, next, move(before, document.movedTo())), now);
    }

    /** The document was the one that was taken in before. */
    public Outcome unchanged(FeedState before, FeedAnswer.Unchanged answer, Instant now) {
        var health = before.health().after(new PollResult.WasRead(), failureLimit, now);
        var traffic = traffic(before, 0, now);
        var next = working(traffic, before.words(), answer.wishes(), now);
        return outcome(
                before,
                new FeedState(
                        health, answer.validators(), traffic, before.words(), next, move(before, answer.movedTo())),
                now);
    }

    /** The server said that nothing changed. */
    public Outcome notModified(FeedState before, FeedAnswer.NotModified answer, Instant now) {
        var health = before.health().after(new PollResult.NotModified(), failureLimit, now);
        if (!health.isWell()) {
            return outcome(before, failing(before, health, broken(before, health, answer.wishes(), now)), now);
        }
        var traffic = traffic(before, 0, now);
        var next = working(traffic, before.words(), answer.wishes(), now);
        return outcome(
                before,
                new FeedState(health, before.validators().polled(), traffic, before.words(), next, before.move()),
                now);
    }

    /** No feed came. */
    public Outcome failed(FeedState before, FeedAnswer.Failed answer, Instant now) {
        var health =
                before.health().after(new PollResult.Failed(answer.severity(), answer.reason()), failureLimit, now);
        return outcome(before, failing(before, health, broken(before, health, answer.wishes(), now)), now);
    }

    /** The feed is gone for good. */
    public Outcome gone(FeedState before, FeedAnswer.Gone answer, Instant now) {
        var health = before.health().after(new PollResult.Gone(answer.reason()), failureLimit, now);
        return outcome(before, failing(before, health, pace.parked(now, answer.wishes())), now);
    }

    /** How much weight it has that a document holds no feed: block pages and empty answers pass, other things stay. */
    public static FeedAnswer.Failed refused(FeedReading.Refused refused, FeedAnswer.Document document) {
        var severity = switch (refused.cause()) {
            case EMPTY, WEB_PAGE -> Severity.SOFT;
            case TOO_LARGE, SITEMAP_INDEX, BINARY, NOT_A_FEED -> Severity.HARD;
        };
        return new FeedAnswer.Failed(severity, refused.reason(), document.wishes());
    }

    private NextCheck working(Traffic traffic, Words words, List<Wish> wishes, Instant now) {
        var all = new ArrayList<>(wishes);
        all.addAll(FeedWishes.of(words.rhythm(), now));
        return pace.afterSuccess(now, traffic.rate(), words.rhythm(), all);
    }

    private NextCheck broken(FeedState before, Health health, List<Wish> wishes, Instant now) {
        return health.condition() == Condition.PARKED
                ? pace.parked(now, wishes)
                : pace.afterFailure(now, before.traffic().rate(), health.failures(), wishes);
    }

    private static FeedState failing(FeedState before, Health health, NextCheck next) {
        return new FeedState(health, before.validators(), before.traffic(), before.words(), next, before.move());
    }

    private static boolean isFirst(FeedState before) {
        return before.health().lastSuccessAt() == null;
    }

    private static Traffic traffic(FeedState before, int newEntries, Instant now) {
        var old = before.traffic();
        // Entries of the time in which it failed came in that time, not since the last failure.
        var since = before.health().lastSuccessAt();
        var elapsed = since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
        var counts = old.counts().plus(newEntries, now);
        return new Traffic(
                old.rate().after(newEntries, elapsed),
                counts,
                newEntries > 0 ? now : old.lastNewAt(),
                counts.volume(now));
    }

    /** At first everything is new, so the dates of the last day say how much comes. */
    private static Traffic firstTraffic(FeedState before, Feed feed, Instant now) {
        var day = Duration.ofDays(1);
        int recent = (int) feed.entries().stream()
                .map(entry -> entry.dates().published())
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(now.minus(day)) && !at.isAfter(now))
                .count();
        var rate = recent == 0 ? EntryRate.UNKNOWN : EntryRate.UNKNOWN.after(recent, day);
        return new Traffic(rate, before.traffic().counts(), feed.entries().isEmpty() ? null : now, Volume.UNKNOWN);
    }

    private static @Nullable Move move(FeedState before, @Nullable String movedTo) {
        return Optional.ofNullable(movedTo)
                .map(to ->
                        before.move() == null ? new Move(to, 1) : before.move().again(to))
                .orElse(null);
    }

    private static Outcome outcome(FeedState before, FeedState next, Instant now) {
        var state = listened(before, next, now);
        var changes = new ArrayList<FeedChange>();
        conditionChange(before.health(), state.health(), now, changes);
        var level = state.traffic().volume().level();
        if (isNews(before.traffic().volume().level(), level)) {
            changes.add(
                    new FeedChange(level.word(), volumeReason(state.traffic().volume()), now));
        }
        return new Outcome(state, changes);
    }

    /** Empty is not broken, but a feed that is silent for longer than its rhythm predicts is worth a word. */
    private static FeedState listened(FeedState before, FeedState state, Instant now) {
        var lastNewAt = state.traffic().lastNewAt();
        if (lastNewAt == null) {
            return state;
        }
        // The rhythm fades while nothing comes, but that makes no noise.
        boolean still = before.health().condition() == Condition.QUIET
                && lastNewAt.equals(before.traffic().lastNewAt());
        var reason = still
                ? Optional.ofNullable(before.health().reason())
                : quietReason(state.traffic().counts(), lastNewAt, now);
        var health = reason.map(state.health()::quiet).orElseGet(state.health()::heard);
        return new FeedState(health, state.validators(), state.traffic(), state.words(), state.next(), state.move());
    }

    private static Optional<String> quietReason(EntryCounts counts, Instant lastNewAt, Instant now) {
        double perDay = counts.quartersPerDay(lastNewAt);
        if (perDay <= 0) {
            return Optional.empty();
        }
        var gap = Duration.ofSeconds((long) (QUIET_GAPS / perDay * 86_400));
        var limit = gap.compareTo(SHORTEST_QUIET) > 0 ? gap : SHORTEST_QUIET;
        var reason = String.format(
                Locale.ROOT,
                "nothing new for more than %d hours, where new entries come %.1f times a day",
                limit.toHours(),
                perDay);
        return Optional.of(reason).filter(_ -> lastNewAt.plus(limit).isBefore(now));
    }

    /** That enough was observed to call it usual is no news. */
    private static boolean isNews(Volume.Level before, Volume.Level after) {
        return after != before
                && after != Volume.Level.UNKNOWN
                && !(before == Volume.Level.UNKNOWN && after == Volume.Level.USUAL);
    }

    private static void conditionChange(Health before, Health after, Instant now, List<FeedChange> changes) {
        var reason = after.reason() == null ? "it can be read" : after.reason();
        if (after.condition() == Condition.FAILING) {
            if (TOLD_AT.stream().anyMatch(at -> before.failures() < at && after.failures() >= at)) {
                changes.add(new FeedChange("failing", reason, now));
            }
        } else if (after.condition() != before.condition()) {
            if (after.condition() == Condition.QUIET && hadFailed(before)) {
                changes.add(new FeedChange("recovered", "it can be read", now));
            }
            word(before, after).ifPresent(word -> changes.add(new FeedChange(word, reason, now)));
        }
    }

    /** Whether its owner was told that something is wrong. */
    private static boolean hadFailed(Health before) {
        return switch (before.condition()) {
            case PARKED, GONE -> true;
            case FAILING -> before.failures() >= TOLD_AT.getFirst();
            case NEW, HEALTHY, QUIET -> false;
        };
    }

    private static Optional<String> word(Health before, Health after) {
        return switch (after.condition()) {
            case HEALTHY -> {
                var recovered = hadFailed(before) ? Optional.of("recovered") : Optional.<String>empty();
                yield before.condition() == Condition.QUIET ? Optional.of("heard") : recovered;
            }
            case QUIET, PARKED, GONE -> Optional.of(after.condition().word());
            case NEW, FAILING -> Optional.empty();
        };
    }

    private static String volumeReason(Volume volume) {
        return String.format(
                Locale.ROOT, "%d new entries in a day, where %.0f are usual", volume.lastDay(), volume.usual());
    }
}
