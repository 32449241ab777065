package io.copytaster.ingest.source;

import java.time.Instant;

/**
 * A feed as it is kept.
 *
 * @param version counts the changes of its draft; what was learned by polling an older one is not kept
 */
public record PolledFeed(
        FeedId id, FeedDraft draft, FeedState state, long version, Instant createdAt, Instant changedAt) {}
