package io.copytaster.ingest.article;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an article beside its text.
 *
 * @param url as received
 * @param canonicalUrl what the article's identity is made from, where there is a URL
 * @param publisher the outlet, as the sender names it
 * @param clientId the sender's own id, scoped by the publisher
 * @param language BCP 47, as claimed
 * @param byline the authors, as printed
 * @param publishedAt as stated by the publisher; never invented
 */
public record Imprint(
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String publisher,
        @Nullable String clientId,
        @Nullable String language,
        @Nullable String byline,
        @Nullable Instant publishedAt) {

    /** The name under which the sender's own id is kept as an alias of the article, where there is one. */
    public Optional<String> clientAlias() {
        var scope = publisher == null ? "" : publisher;
        return Optional.ofNullable(clientId).map(id -> "client:" + scope.length() + ":" + scope + ":" + id);
    }

    /** The name under which the URL is kept as an alias of the article, where there is one. */
    public Optional<String> urlAlias() {
        return Optional.ofNullable(canonicalUrl).map(Imprint::urlAlias);
    }

    /** The name under which a canonical URL is kept as an alias. */
    public static String urlAlias(String canonicalUrl) {
        return "url:" + canonicalUrl;
    }
}
