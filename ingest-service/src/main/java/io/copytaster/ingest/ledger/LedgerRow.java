package io.copytaster.ingest.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: an item, a revision and an outcome, with the number of sightings.
 *
 * @param position grows with every change of the ledger; a changed line moves to the end
 */
public record LedgerRow(
        long position,
        String source,
        String item,
        Outcome outcome,
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
        @Nullable Long offset) {}
