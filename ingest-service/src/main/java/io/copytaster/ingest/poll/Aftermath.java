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
import io.copytaster.ingest.syndication.Feed.Rhythm;
import io.copytaster.ingest.syndication.FeedReading;
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
    /** With entries by chance, so many usual gaps without one happen once in 400. */
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
        var words =
                new Words(feed.head().title(), feed.head().link(), feed.head().language(), feed.warnings());
        var next = tally.isComplete()
                ? pace.afterSuccess(now, traffic.rate(), feed.head().rhythm(), wishes(document, feed, now))
                : pace.soon(now);
        var validators = tally.isComplete() && tally.count(Fate.RETRIED) == 0 ? document.validators() : Validators.NONE;
        return outcome(
                before, new FeedState(health, validators, traffic, words, next, move(before, document.movedTo())), now);
    }

    /** The document was the one that was taken in before. */
    public Outcome unchanged(FeedState before, FeedAnswer.Unchanged answer, Instant now) {
        var health = before.health().after(new PollResult.WasRead(), failureLimit, now);
        var traffic = traffic(before, 0, now);
        var next = pace.afterSuccess(now, traffic.rate(), Rhythm.UNKNOWN, answer.wishes());
        return outcome(
                before,
                new FeedState(
                        health, answer.validators(), traffic, before.words(), next, move(before, answer.movedTo())),
                now);
    }

    /** The server said that nothing changed. */
    public Outcome notModified(FeedState before, FeedAnswer.NotModified answer, Instant now) {
        var health = before.health().after(new PollResult.NotModified(), failureLimit, now);
        var traffic = traffic(before, 0, now);
        var next = pace.afterSuccess(now, traffic.rate(), Rhythm.UNKNOWN, answer.wishes());
        return outcome(
                before,
                new FeedState(health, before.validators().polled(), traffic, before.words(), next, before.move()),
                now);
    }

    /** No feed came. */
    public Outcome failed(FeedState before, FeedAnswer.Failed answer, Instant now) {
        var health =
                before.health().after(new PollResult.Failed(answer.severity(), answer.reason()), failureLimit, now);
        var next = health.condition() == Condition.PARKED
                ? pace.parked(now)
                : pace.afterFailure(now, before.traffic().rate(), health.failures(), answer.wishes());
        return outcome(before, failing(before, health, next), now);
    }

    /** The feed is gone for good. */
    public Outcome gone(FeedState before, FeedAnswer.Gone answer, Instant now) {
        var health = before.health().after(new PollResult.Gone(answer.reason()), failureLimit, now);
        return outcome(before, failing(before, health, pace.parked(now)), now);
    }

    /** How much weight it has that a document holds no feed: block pages and empty answers pass, other things stay. */
    public static FeedAnswer.Failed refused(FeedReading.Refused refused, FeedAnswer.Document document) {
        var severity = switch (refused.cause()) {
            case EMPTY, WEB_PAGE -> Severity.SOFT;
            case TOO_LARGE, SITEMAP_INDEX, BINARY, NOT_A_FEED -> Severity.HARD;
        };
        return new FeedAnswer.Failed(severity, refused.reason(), document.wishes());
    }

    private static FeedState failing(FeedState before, Health health, NextCheck next) {
        return new FeedState(health, before.validators(), before.traffic(), before.words(), next, before.move());
    }

    private static boolean isFirst(FeedState before) {
        return before.health().lastSuccessAt() == null;
    }

    private static Traffic traffic(FeedState before, int newEntries, Instant now) {
        var old = before.traffic();
        var since = before.health().lastAttemptAt();
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

    private static List<Wish> wishes(FeedAnswer.Document document, Feed feed, Instant now) {
        var wishes = new ArrayList<>(document.wishes());
        wishes.addAll(FeedWishes.of(feed.head().rhythm(), now));
        return wishes;
    }

    private static @Nullable Move move(FeedState before, @Nullable String movedTo) {
        return Optional.ofNullable(movedTo)
                .map(to ->
                        before.move() == null ? new Move(to, 1) : before.move().again(to))
                .orElse(null);
    }

    private static Outcome outcome(FeedState before, FeedState next, Instant now) {
        var state = listened(next, now);
        var changes = new ArrayList<FeedChange>();
        conditionChange(before.health(), state.health(), now, changes);
        var level = state.traffic().volume().level();
        if (level != before.traffic().volume().level() && level != Volume.Level.UNKNOWN) {
            changes.add(
                    new FeedChange(level.word(), volumeReason(state.traffic().volume()), now));
        }
        return new Outcome(state, changes);
    }

    /** Empty is not broken, but a feed that is silent for longer than its rhythm predicts is worth a word. */
    private static FeedState listened(FeedState state, Instant now) {
        var traffic = state.traffic();
        double perDay = traffic.rate().perDay();
        if (traffic.lastNewAt() == null || perDay <= 0) {
            return state;
        }
        var gap = Duration.ofSeconds((long) Math.min(1e9, QUIET_GAPS / perDay * 86_400));
        var limit = gap.compareTo(SHORTEST_QUIET) > 0 ? gap : SHORTEST_QUIET;
        boolean quiet = traffic.lastNewAt().plus(limit).isBefore(now);
        var reason = String.format(
                Locale.ROOT,
                "nothing new for more than %d hours, where %.1f entries a day are usual",
                limit.toHours(),
                perDay);
        var health = quiet ? state.health().quiet(reason) : state.health().heard();
        return new FeedState(health, state.validators(), traffic, state.words(), state.next(), state.move());
    }

    private static void conditionChange(Health before, Health after, Instant now, List<FeedChange> changes) {
        var reason = after.reason() == null ? "it can be read" : after.reason();
        if (after.condition() == Condition.FAILING) {
            if (TOLD_AT.stream().anyMatch(at -> before.failures() < at && after.failures() >= at)) {
                changes.add(new FeedChange("failing", reason, now));
            }
        } else if (after.condition() != before.condition()) {
            word(before, after).ifPresent(word -> changes.add(new FeedChange(word, reason, now)));
        }
    }

    private static Optional<String> word(Health before, Health after) {
        return switch (after.condition()) {
            case HEALTHY ->
                switch (before.condition()) {
                    case QUIET -> Optional.of("heard");
                    case PARKED, GONE -> Optional.of("recovered");
                    case FAILING -> before.failures() >= 1 ? Optional.of("recovered") : Optional.empty();
                    case NEW, HEALTHY -> Optional.empty();
                };
            case QUIET, PARKED, GONE -> Optional.of(after.condition().word());
            case NEW, FAILING -> Optional.empty();
        };
    }

    private static String volumeReason(Volume volume) {
        return String.format(
                Locale.ROOT, "%d new entries in a day, where %.0f are usual", volume.lastDay(), volume.usual());
    }
}
