package io.copytaster.ingest.feed;

import io.copytaster.ingest.poll.EntryTally;
import io.copytaster.ingest.poll.EntryTally.Fate;
import io.copytaster.ingest.poll.PollReport;
import io.copytaster.ingest.reading.LanguageTag;
import io.copytaster.ingest.source.FeedChange;
import io.copytaster.ingest.source.FeedDraft;
import io.copytaster.ingest.source.FullText;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.runtime.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a caller writes it.
 *
 * @param title for people; the feed's own where it is left out
 * @param publisher what its articles name as publisher; the host where it is left out
 * @param language BCP 47, where neither feed nor pages say
 * @param folders names, outermost first
 * @param fullText {@code auto} (the usual), {@code feed} or {@code page}
 * @param active whether it is polled; true where it is left out
 */
record FeedBody(
        @Nullable String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable List<String> folders,
        @Nullable String fullText,
        @Nullable Boolean active) {

    /** A feed as we answer it. */
    record Answer(
            String feedId,
            String url,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable String language,
            List<String> folders,
            String fullText,
            boolean active,
            Instant createdAt,
            Instant changedAt,
            HealthBody health,
            PaceBody pace,
            VolumeBody volume) {

        static Answer of(PolledFeed feed) {
            var draft = feed.draft();
            var words = feed.state().words();
            return new Answer(
                    feed.id().value(),
                    draft.url(),
                    draft.title() == null ? words.title() : draft.title(),
                    draft.publisher(),
                    draft.language() == null ? words.language() : draft.language(),
                    draft.filing().folders(),
                    draft.filing().fullText().word(),
                    draft.filing().active(),
                    feed.createdAt(),
                    feed.changedAt(),
                    HealthBody.of(feed),
                    PaceBody.of(feed),
                    VolumeBody.of(feed));
        }
    }

    /**
     * Whether a feed can be relied on.
     *
     * @param state new, healthy, quiet, failing, parked or gone
     * @param reason why, null where all is well
     */
    record HealthBody(
            String state,
            @Nullable String reason,
            double weightedFailures,
            @Nullable Instant lastAttemptAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastNewEntryAt,
            Instant nextCheckAt,
            String nextCheckReason,
            List<String> warnings) {

        static HealthBody of(PolledFeed feed) {
            var state = feed.state();
            var health = state.health();
            return new HealthBody(
                    health.condition().word(),
                    health.reason(),
                    health.failures(),
                    health.lastAttemptAt(),
                    health.lastSuccessAt(),
                    state.traffic().lastNewAt(),
                    state.next().at(),
                    state.next().reason(),
                    state.words().warnings());
        }
    }

    /** How often new entries come. */
    record PaceBody(double entriesPerDay) {

        static PaceBody of(PolledFeed feed) {
            return new PaceBody(Math.round(feed.state().traffic().rate().perDay() * 10) / 10.0);
        }
    }

    /**
     * The last day against those before.
     *
     * @param state unknown, usual, higher, lower or silent
     */
    record VolumeBody(String state, int lastDay, double usual) {

        static VolumeBody of(PolledFeed feed) {
            var volume = feed.state().traffic().volume();
            return new VolumeBody(volume.level().word(), volume.lastDay(), volume.usual());
        }
    }

    /**
     * A part of the feeds.
     *
     * @param next cursor of the part that follows; null at the end
     */
    record Answers(List<Answer> items, @Nullable String next) {}

    /** What happened to a feed, the latest first. */
    record Changes(List<FeedChange> items) {}

    /**
     * What one poll came to.
     *
     * @param outcome read, unchanged, failed or busy
     * @param entries what became of the entries, by fate
     */
    record Polled(
            String feedId, String outcome, String reason, Map<String, Integer> entries, long millis, Answer feed) {

        static Polled of(PollReport report, PolledFeed feed) {
            return new Polled(
                    feed.id().value(),
                    report.end().name().toLowerCase(Locale.ROOT),
                    report.reason(),
                    entries(report.entries()),
                    report.took().toMillis(),
                    Answer.of(feed));
        }

        private static Map<String, Integer> entries(EntryTally tally) {
            var all = new TreeMap<String, Integer>();
            for (var fate : Fate.values()) {
                all.put(fate.name().toLowerCase(Locale.ROOT), tally.count(fate));
            }
            return all;
        }
    }

    /** The draft in it at an address that was admitted, or the problem thrown. */
    FeedDraft draft(String admitted) {
        if (language != null && !LanguageTag.isLanguage(language)) {
            throw Problem.invalid("language", "expected a BCP 47 tag such as fr or pt-BR, got something else");
        }
        var mode = fullText == null
                ? FullText.AUTO
                : FullText.ofWord(fullText)
                        .orElseThrow(
                                () -> Problem.invalid("fullText", "expected auto, feed or page, got another word"));
        try {
            var filing = new FeedDraft.Filing(
                    Objects.requireNonNullElse(folders, List.of()), mode, !Boolean.FALSE.equals(active));
            return new FeedDraft(admitted, title, publisher, language, filing);
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable(Objects.requireNonNullElse(e.getMessage(), "it cannot be used"));
        }
    }
}
