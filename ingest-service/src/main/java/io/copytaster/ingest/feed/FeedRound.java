package io.copytaster.ingest.feed;

import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.feed.EntryIntake.Occasion;
import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.poll.Aftermath;
import io.copytaster.ingest.poll.EntryTally;
import io.copytaster.ingest.poll.FeedAnswer;
import io.copytaster.ingest.poll.FeedAsking;
import io.copytaster.ingest.poll.PollReport;
import io.copytaster.ingest.poll.PollReport.End;
import io.copytaster.ingest.seen.DatabaseAwayException;
import io.copytaster.ingest.source.Claim;
import io.copytaster.ingest.source.FeedChange;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.Move;
import io.copytaster.ingest.syndication.Feed;
import io.copytaster.ingest.syndication.FeedReader;
import io.copytaster.ingest.syndication.FeedReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of a feed, from the question to what is remembered: ask → read → take entries in → remember. What makes the next question
 * conditional is remembered last, so that a crash asks again. Blocks; thread-safe.
 */
final class FeedRound {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRound.class);

    private final FeedAsking asking;
    private final FeedReader reader;
    private final EntryIntake entries;
    private final Aftermath aftermath;
    private final Feeds feeds;
    private final Clock clock;

    FeedRound(
            FeedAsking asking, FeedReader reader, EntryIntake entries, Aftermath aftermath, Feeds feeds, Clock clock) {
        this.asking = asking;
        this.reader = reader;
        this.entries = entries;
        this.aftermath = aftermath;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** What came of it, and what is to be remembered. */
    private record Polled(PollReport.End end, String reason, EntryTally tally, Aftermath.Outcome outcome) {}

    /** Polls a claimed feed and ends the claim, whatever happens. */
    PollReport poll(Claim claim, Origin origin) {
        var started = now();
        try {
            var polled = polled(claim, origin, asking.ask(claim.feed()));
            remember(claim, polled.outcome());
            return new PollReport(polled.end(), polled.reason(), polled.tally(), Duration.between(started, now()));
        } catch (DatabaseAwayException e) {
            // Nothing can be remembered now; the claim ends by itself.
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The service is stopping; whoever is next polls the feed again.
                throw e;
            }
            LOG.atError()
                    .addKeyValue("feedId", claim.feed().id())
                    .setCause(e)
                    .log("poll of a feed failed by our own fault");
            var failed = new FeedAnswer.Failed(
                    Severity.SOFT,
                    "a fault of Copytaster (" + e.getClass().getSimpleName() + "); tell its operator",
                    List.of());
            remember(claim, aftermath.failed(claim.feed().state(), failed, now()));
            return new PollReport(End.FAILED, failed.reason(), EntryTally.NONE, Duration.between(started, now()));
        }
    }

    private Polled polled(Claim claim, Origin origin, FeedAnswer answer) {
        var before = claim.feed().state();
        return switch (answer) {
            case FeedAnswer.Document document -> document(claim, origin, document);
            case FeedAnswer.Unchanged unchanged ->
                without(End.UNCHANGED, "the same document as before", aftermath.unchanged(before, unchanged, now()));
            case FeedAnswer.NotModified notModified ->
                without(
                        End.UNCHANGED,
                        "its server says that nothing changed",
                        aftermath.notModified(before, notModified, now()));
            case FeedAnswer.Failed failed ->
                without(End.FAILED, failed.reason(), aftermath.failed(before, failed, now()));
            case FeedAnswer.Gone gone -> without(End.FAILED, gone.reason(), aftermath.gone(before, gone, now()));
        };
    }

    private Polled document(Claim claim, Origin origin, FeedAnswer.Document document) {
        var before = claim.feed().state();
        return switch (reader.read(document.document())) {
            case FeedReading.Refused refused -> {
                var failed = Aftermath.refused(refused, document);
                yield without(End.FAILED, failed.reason(), aftermath.failed(before, failed, now()));
            }
            case FeedReading.Read(Feed feed) -> {
                var tally = entries.take(feed, new Occasion(claim.feed(), origin, () -> feeds.renew(claim, now())));
                yield new Polled(
                        End.READ,
                        feed.entries().size() + " entries",
                        tally,
                        aftermath.read(before, document, feed, tally, now()));
            }
        };
    }

    private static Polled without(End end, String reason, Aftermath.Outcome outcome) {
        return new Polled(end, reason, EntryTally.NONE, outcome);
    }

    private void remember(Claim claim, Aftermath.Outcome outcome) {
        var changes = new ArrayList<>(outcome.changes());
        var move = outcome.state().move();
        if (move != null && move.times() >= Move.BELIEVED && feeds.moved(claim, move.to(), now())) {
            changes.add(new FeedChange(
                    "moved", "its server said " + move.times() + " times that it moved for good", now()));
        }
        if (!feeds.finish(claim, outcome.state(), changes)) {
            LOG.atInfo()
                    .addKeyValue("feedId", claim.feed().id())
                    .log("feed was changed while it was polled, so it is polled again");
        }
        tell(claim, changes);
    }

    private static void tell(Claim claim, List<FeedChange> changes) {
        changes.forEach(change -> LOG.atInfo()
                .addKeyValue("feedId", claim.feed().id())
                .addKeyValue("change", change.what())
                .addKeyValue("reason", change.reason())
                .log("feed changed"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
