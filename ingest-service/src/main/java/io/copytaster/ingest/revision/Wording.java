package io.copytaster.ingest.revision;

import io.copytaster.identity.ContentHash;
import io.copytaster.ingest.article.ArticleText;

/**
 * What tells a text from another: made once for each offered text, before anything is locked for it.
 *
 * @param print the fingerprint by which differences are told
 */
public record Wording(ContentHash hash, TextPrint print) {

    /** The wording of a text. */
    public static Wording of(ArticleText text) {
        return new Wording(text.contentHash(), TextPrint.of(text));
    }
}
