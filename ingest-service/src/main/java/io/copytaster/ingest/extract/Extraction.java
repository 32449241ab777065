package io.copytaster.ingest.extract;

import io.copytaster.ingest.extract.metadata.PageMetadata;

/** What became of a page: an article, or a reason why there is none. */
public sealed interface Extraction {

    /**
     * The article of the page.
     *
     * @param body plain text; paragraphs apart by an empty line, items of lists and rows of tables by a line break; neither
     *     headline nor byline, captions or anything beside the article; never blank
     * @param metadata what the page states about it
     */
    record ExtractedArticle(String body, PageMetadata metadata) implements Extraction {}

    /**
     * There is no article in it that we could read.
     *
     * @param reason for the ledger
     * @param sentence what was expected and what came, never the page's text
     */
    record NoArticle(Reason reason, String sentence) implements Extraction {}

    /** Why a page gave no article. */
    enum Reason {
        /** More bytes than a page of text has. */
        TOO_LARGE,
        /** More tags than a page of text has. */
        TOO_MANY_TAGS,
        /** Nothing to read: an image, a redirect by script, an empty page. */
        NO_TEXT
    }
}
