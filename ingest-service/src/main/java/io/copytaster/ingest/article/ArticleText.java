package io.copytaster.ingest.article;

import io.copytaster.identity.ContentHash;

/**
 * Headline and body as stored; every offset that we ever give counts code points of these two.
 *
 * @param headline may be empty
 * @param body may be empty
 */
public record ArticleText(String headline, String body) {

    /** The text of a withdrawn article. */
    public static final ArticleText NONE = new ArticleText("", "");

    /** Equal for texts that differ only in normal form or white space. */
    public ContentHash contentHash() {
        return ContentHash.of(headline, body);
    }
}
