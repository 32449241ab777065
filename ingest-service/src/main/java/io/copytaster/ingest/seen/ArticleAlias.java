package io.copytaster.ingest.seen;

import io.copytaster.identity.ArticleId;
import java.time.Instant;
import java.util.stream.Stream;

/** Another name that leads to an article. */
record ArticleAlias(String name, ArticleId article, Instant createdAt) {

    /** The sender's own id, and the URL where the article's identity is not made from it. */
    static Stream<ArticleAlias> of(Published published) {
        var revision = published.edition().revision();
        var imprint = published.edition().article().imprint();
        var url = imprint.urlAlias()
                .filter(_ -> !published.edition().article().derivedId().equals(revision.article()));
        return Stream.concat(imprint.clientAlias().stream(), url.stream())
                .map(name -> new ArticleAlias(name, revision.article(), revision.ingestedAt()));
    }
}
