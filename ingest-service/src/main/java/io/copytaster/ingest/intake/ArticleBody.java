package io.copytaster.ingest.intake;

import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.seen.SeenArticle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article over HTTP.
 *
 * @param state published or withdrawn
 * @param id the sender's own id
 * @param revisions the chain, in the order of the log
 */
record ArticleBody(
        String articleId,
        String state,
        int revision,
        String revisionId,
        String copyGroupId,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String publisher,
        @Nullable String id,
        @Nullable String language,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        List<RevisionBody> revisions) {

    /**
     * A revision over HTTP.
     *
     * @param change new, revised or withdrawn
     */
    record RevisionBody(
            int revision,
            String revisionId,
            @Nullable String previousRevisionId,
            String change,
            String contentHash,
            Instant ingestedAt) {

        static RevisionBody of(Revision revision) {
            return new RevisionBody(
                    revision.number(),
                    revision.id().value(),
                    Objects.toString(revision.previous(), null),
                    revision.change().name().toLowerCase(Locale.ROOT),
                    revision.contentHash().value(),
                    revision.ingestedAt());
        }
    }

    static ArticleBody of(SeenArticle seen) {
        var latest = seen.latest();
        var imprint = seen.imprint();
        return new ArticleBody(
                latest.article().value(),
                latest.isWithdrawal() ? "withdrawn" : "published",
                latest.number(),
                latest.id().value(),
                latest.copyGroup().value(),
                imprint.url(),
                imprint.canonicalUrl(),
                imprint.publisher(),
                imprint.clientId(),
                imprint.language(),
                imprint.byline(),
                imprint.publishedAt(),
                seen.firstSeenAt(),
                seen.revisions().stream().map(RevisionBody::of).toList());
    }
}
