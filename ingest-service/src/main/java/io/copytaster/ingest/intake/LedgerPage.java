package io.copytaster.ingest.intake;

import io.copytaster.ingest.ledger.LedgerRow;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.runtime.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param next where to go on, null on an empty page
 * @param feed how the feed is whose URL was asked about; null where it is none
 */
record LedgerPage(
        List<Line> items, @Nullable String next, @Nullable FeedLine feed) {

    /** How a feed is, for somebody who asks about its URL. */
    record FeedLine(
            String feedId,
            String url,
            String state,
            @Nullable String reason,
            Instant nextCheckAt) {

        static FeedLine of(PolledFeed feed) {
            return new FeedLine(
                    feed.id().value(),
                    feed.draft().url(),
                    feed.state().health().condition().word(),
                    feed.state().health().reason(),
                    feed.state().next().at());
        }
    }

    /** A line over HTTP; {@code outcome} is a word, {@code stream}, {@code partition} and {@code offset} a place. */
    record Line(
            String source,
            String item,
            String outcome,
            String reason,
            @Nullable String articleId,
            @Nullable String revisionId,
            @Nullable Integer revision,
            @Nullable String url,
            long sightings,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable String stream,
            @Nullable Integer partition,
            @Nullable Long offset) {

        static Line of(LedgerRow row) {
            return new Line(
                    row.source(),
                    row.item(),
                    row.outcome().word(),
                    row.reason(),
                    row.articleId(),
                    row.revisionId(),
                    row.revision(),
                    row.url(),
                    row.sightings(),
                    row.firstSeenAt(),
                    row.lastSeenAt(),
                    row.stream(),
                    row.partition(),
                    row.offset());
        }
    }

    private static final Pattern CURSOR = Pattern.compile("l([0-9a-z]{1,12})");
    private static final int RADIX = 36;

    /** The position in a cursor, with which nobody outside should compute. */
    static long position(String cursor) {
        var match = CURSOR.matcher(cursor);
        if (!match.matches()) {
            throw Problem.invalid("cursor", "expected a cursor from the field next of an earlier page");
        }
        return Long.parseLong(match.group(1), RADIX);
    }

    static LedgerPage of(List<LedgerRow> rows, @Nullable PolledFeed feed) {
        var next = rows.isEmpty() ? null : "l" + Long.toString(rows.getLast().position(), RADIX);
        return new LedgerPage(
                rows.stream().map(Line::of).toList(),
                next,
                Optional.ofNullable(feed).map(FeedLine::of).orElse(null));
    }
}
