package io.copytaster.ingest.publish;

import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.ContentSource;
import io.copytaster.event.Origin;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import java.util.Objects;

/** Turns editions into the records of the log. */
final class EditionPublisher {

    private EditionPublisher() {}

    /** The lane of an edition: history never delays what happens now. */
    static EventStream<ArticleIngested> stream(Edition edition) {
        return switch (edition.article().provenance().origin()) {
            case LIVE -> Streams.ARTICLE_INGESTED;
            case BACKFILL -> Streams.ARTICLE_BACKFILLED;
        };
    }

    static ArticleIngested event(Edition edition) {
        var revision = edition.revision();
        var imprint = edition.article().imprint();
        return ArticleIngested.newBuilder()
                .setArticleId(revision.article().value())
                .setRevisionId(revision.id().value())
                .setPreviousRevisionId(Objects.toString(revision.previous(), null))
                .setRevision(revision.number())
                .setChange(Change.valueOf(revision.change().name()))
                .setOrigin(
                        Origin.valueOf(edition.article().provenance().origin().name()))
                .setCopyGroupId(revision.copyGroup().value())
                .setContentHash(revision.contentHash().value())
                .setUrl(imprint.url())
                .setCanonicalUrl(imprint.canonicalUrl())
                .setHeadline(edition.article().text().headline())
                .setBody(edition.article().text().body())
                .setContentSource(ContentSource.valueOf(
                        edition.article().provenance().source().name()))
                .setFeedId(edition.article().provenance().feedId())
                .setLanguage(imprint.language())
                .setByline(imprint.byline())
                .setPublisher(imprint.publisher())
                .setClientId(imprint.clientId())
                .setPublishedAt(imprint.publishedAt())
                .setIngestedAt(revision.ingestedAt())
                .build();
    }
}
