package io.copytaster.ingest.article;

import io.copytaster.identity.ArticleId;

/** One published text at one canonical URL, understood and within every limit. */
public record Article(Imprint imprint, ArticleText text, Provenance provenance) {

    /** The identity that follows from the article alone; an alias may lead to an older one. */
    public ArticleId derivedId() {
        if (imprint.canonicalUrl() != null) {
            return ArticleId.ofUrl(imprint.canonicalUrl());
        }
        if (imprint.clientId() != null) {
            return ArticleId.ofClient(imprint.publisher(), imprint.clientId());
        }
        return ArticleId.ofContent(imprint.publisher(), text.contentHash());
    }
}
