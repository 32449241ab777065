package io.copytaster.ingest.discovery;

import org.jspecify.annotations.Nullable;

/**
 * An address at which there may be a feed.
 *
 * @param url absolute, http or https
 * @param title what the page calls it; null if it does not
 */
public record FeedCandidate(String url, @Nullable String title, Evidence evidence) {

    /** Why a feed is expected there, the surest first. */
    public enum Evidence {
        /** The page declares it as its feed. */
        DECLARED,
        /** The page declares it, but it holds comments only. */
        COMMENTS,
        /** The page links to it, and it looks like a feed. */
        LINKED,
        /** Sites of this kind often have one there; nobody says so. */
        GUESSED
    }
}
