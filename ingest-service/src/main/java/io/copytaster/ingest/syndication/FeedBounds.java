package io.copytaster.ingest.syndication;

/**
 * How large a feed may be. A larger one is refused, never cut.
 *
 * @param bytes of the document
 * @param elements tags in it, or values in JSON
 * @param entries of the feed
 */
public record FeedBounds(int bytes, int elements, int entries) {

    /** 8 MiB, 250,000 elements, 10,000 entries: several times what the largest honest feeds have. */
    public static final FeedBounds USUAL = new FeedBounds(8 << 20, 250_000, 10_000);

    /** Categories of one entry, and enclosures; further ones are left out with a warning. */
    static final int LIST = 500;

    public FeedBounds {
        if (bytes < 1 || elements < 1 || entries < 1) {
            throw new IllegalArgumentException("expected positive bounds, got " + bytes + " bytes, " + elements
                    + " elements, " + entries + " entries");
        }
    }
}
