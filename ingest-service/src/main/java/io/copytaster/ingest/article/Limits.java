package io.copytaster.ingest.article;

import java.time.Duration;
import java.time.Instant;

/**
 * The limits of an article. Text is counted in bytes of UTF-8, which is what it takes on the log.
 *
 * @param textBytes headline and body together
 * @param headlineBytes the headline alone
 */
public record Limits(long textBytes, long headlineBytes) {

    /** Longest URL, in characters. */
    static final int URL = 4096;
    /** Longest byline, in characters. */
    static final int BYLINE = 2000;
    /** Longest publisher, id or other short field, in characters. */
    static final int NAME = 500;
    /** Longest language tag, in characters. */
    static final int LANGUAGE = 85;
    /** Nothing that we are sent was published before. */
    static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
    /** How far a publisher's clock or embargo may be ahead of us. */
    static final Duration AHEAD = Duration.ofDays(2);

    public Limits {
        if (textBytes < 1 || headlineBytes < 1 || headlineBytes > textBytes) {
            throw new IllegalArgumentException("expected 1 <= headlineBytes <= textBytes, got headlineBytes="
                    + headlineBytes + " and textBytes=" + textBytes);
        }
    }
}
