package io.copytaster.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * How an article came to us.
 *
 * @param feedId the feed that led to it; null where a sender posted it
 */
public record Provenance(
        Origin origin, TextSource source, @Nullable String feedId) {

    /** Posted as it happened. */
    public static final Provenance LIVE = posted(Origin.LIVE);

    /** Posted by a sender. */
    public static Provenance posted(Origin origin) {
        return new Provenance(origin, TextSource.POSTED, null);
    }
}
