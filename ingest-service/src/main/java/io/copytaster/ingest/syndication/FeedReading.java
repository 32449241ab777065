package io.copytaster.ingest.syndication;

/** What became of a document: a feed, or why it is none. */
public sealed interface FeedReading {

    /** A feed was read, perhaps not all of it: its warnings say what is missing. */
    record Read(Feed feed) implements FeedReading {}

    /**
     * No feed could be read.
     *
     * @param reason what was expected and what came, for people
     */
    record Refused(Cause cause, String reason) implements FeedReading {}

    /** Why a document is no feed, for programs. */
    enum Cause {
        /** There is nothing in it. */
        EMPTY,
        /** It has more bytes, elements or entries than the bounds allow. */
        TOO_LARGE,
        /** It is a web page; there may be a feed behind it. */
        WEB_PAGE,
        /** It is a list of sitemaps, none itself. */
        SITEMAP_INDEX,
        /** It is compressed, or something else that is no text. */
        BINARY,
        /** It is something else. */
        NOT_A_FEED
    }
}
