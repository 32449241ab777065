package io.copytaster.ingest.ledger;

import io.copytaster.ingest.revision.RevisionName;
import io.copytaster.ingest.seen.StreamPosition;
import io.copytaster.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sighting of an item, with the outcome that it ended in.
 *
 * @param source where it came from: {@code http}, or a feed
 * @param item what it is within its source: the article's id, or the digest of something that is no article
 * @param revision the revision that it became or repeats, where there is one
 * @param url as received, where there is one
 * @param reason a sentence or a word that says why this outcome
 * @param position its place on the log, where it is there
 */
public record LedgerEntry(
        String source,
        String item,
        Outcome outcome,
        @Nullable RevisionName revision,
        @Nullable String url,
        String reason,
        @Nullable StreamPosition position,
        Instant at) {

    /** The source of everything that came in over HTTP. */
    public static final String HTTP = "http";
    /** The source of what was found on the log and is remembered by nobody. */
    public static final String LOG = "log";

    private static final int MAX_REASON = 1000;
    private static final int MAX_URL = 4096;

    public LedgerEntry {
        reason = reason.substring(0, Math.min(MAX_REASON, reason.length()));
        url = url == null ? null : storable(url.substring(0, Math.min(MAX_URL, url.length())));
    }

    /** The canonical spelling of its URL, where it has one and belongs to no article that would lead to it. */
    Optional<String> canonicalUrl() {
        return Optional.ofNullable(revision == null ? url : null)
                .flatMap(CanonicalUrl::find)
                .map(CanonicalUrl::value);
    }

    /** A refused item's URL may hold what no database stores. */
    private static String storable(String text) {
        return text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
