package io.copytaster.ingest.extract.metadata;

import java.util.List;

/** What JSON-LD says about an article, as written; a text that is absent is empty. */
record StatedArticle(
        List<String> headlines,
        List<String> authors,
        String publisher,
        String language,
        String published,
        String modified,
        String url,
        String body) {

    static final StatedArticle NONE = new StatedArticle(List.of(), List.of(), "", "", "", "", "", "");

    StatedArticle {
        headlines = List.copyOf(headlines);
        authors = List.copyOf(authors);
    }
}
