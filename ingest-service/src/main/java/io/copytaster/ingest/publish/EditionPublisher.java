package io.copytaster.ingest.publish;

import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.ContentSource;
import io.copytaster.event.Origin;
import io.copytaster.event.TextDifference;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.publisher.PublisherFamilies;
import io.copytaster.ingest.publisher.PublisherFamily;
import io.copytaster.ingest.revision.Difference;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.ingest.url.CanonicalUrl;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns editions into the records of the log. */
final class EditionPublisher {

    private final PublisherFamilies families;

    EditionPublisher(PublisherFamilies families) {
        this.families = families;
    }

    /** The lane of an edition: history never delays what happens now. */
    static EventStream<ArticleIngested> stream(Edition edition) {
        return switch (edition.article().provenance().origin()) {
            case LIVE -> Streams.ARTICLE_INGESTED;
            case BACKFILL -> Streams.ARTICLE_BACKFILLED;
        };
    }

    ArticleIngested event(Edition edition) {
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
                .setPublisherFamily(family(imprint))
                .setClientId(imprint.clientId())
                .setPublishedAt(imprint.publishedAt())
                .setIngestedAt(revision.ingestedAt())
                .setDifference(difference(edition.difference()))
                .build();
    }

    private static @Nullable TextDifference difference(@Nullable Difference difference) {
        return difference == null
                ? null
                : TextDifference.newBuilder()
                        .setHeadlineChanged(difference.headlineChanged())
                        .setSentencesAdded(difference.sentencesAdded())
                        .setSentencesRemoved(difference.sentencesRemoved())
                        .setSentencesKept(difference.sentencesKept())
                        .setFirstChangeAt(difference.firstChangeAt())
                        .setLengthBefore(difference.lengthBefore())
                        .setLengthAfter(difference.lengthAfter())
                        .build();
    }

    private @Nullable String family(Imprint imprint) {
        var host = Optional.ofNullable(imprint.canonicalUrl())
                .map(url -> new CanonicalUrl(url).host())
                .orElse(null);
        return families.of(imprint.publisher(), host).map(PublisherFamily::id).orElse(null);
    }
}
