package io.copytaster.identity;

import org.jspecify.annotations.Nullable;

/** Identity of an article: one published text at one canonical URL. */
public record ArticleId(String value) {

    public ArticleId {
        Identity.checked('a', value);
    }

    /** The article at a canonical URL; rules of the URL change only by adding aliases, never this. */
    public static ArticleId ofUrl(String canonicalUrl) {
        return new ArticleId(Identity.of('a', "article-url", canonicalUrl));
    }

    /** An article that a client named by its own id, scoped by its publisher. */
    public static ArticleId ofClient(@Nullable String publisher, String clientId) {
        return new ArticleId(Identity.of('a', "article-client", publisher, clientId));
    }

    /** An article that has neither URL nor client id. */
    public static ArticleId ofContent(@Nullable String publisher, ContentHash contentHash) {
        return new ArticleId(Identity.of('a', "article-content", publisher, contentHash.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
