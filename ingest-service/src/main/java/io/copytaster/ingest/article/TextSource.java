package io.copytaster.ingest.article;

/** Where the text of an article was taken from. */
public enum TextSource {
    /** A sender posted it. */
    POSTED,
    /** The entry of a feed. */
    FEED,
    /** The page that the entry of a feed leads to. */
    PAGE
}
