package io.copytaster.ingest.page;

import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import org.jspecify.annotations.Nullable;

/** What became of a page that was to be read. */
public sealed interface PageReading {

    /**
     * It holds an article.
     *
     * @param url where it came from, after redirects
     * @param canonicalUrl the address that the page states for itself; null where it states none, one of another
     *     registrable domain, or only its site's front page
     */
    record Read(
            ExtractedArticle article, String url, @Nullable String canonicalUrl) implements PageReading {}

    /**
     * There is nothing to read.
     *
     * @param reason a sentence for the ledger: what was expected, what came and what to do
     */
    record Refused(String reason, Retry retry) implements PageReading {}

    /** Whether trying again may help. */
    enum Retry {
        /** It may: the server was slow, away or busy. */
        LATER,
        /** It may not: the page is not there, not for us, or no article. */
        NEVER
    }
}
