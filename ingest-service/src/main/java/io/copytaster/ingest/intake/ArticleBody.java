package io.copytaster.ingest.intake;

import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.revision.Difference;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.seen.SeenArticle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
     * @param difference from the revision before; null where there is none, or none is known
     */
    record RevisionBody(
            int revision,
            String revisionId,
            @Nullable String previousRevisionId,
            String change,
            String contentHash,
            Instant ingestedAt,
            @Nullable Difference difference) {

        static RevisionBody of(Revision revision, Optional<Revision> before) {
            return new RevisionBody(
                    revision.number(),
                    revision.id().value(),
                    Objects.toString(revision.previous(), null),
                    revision.change().name().toLowerCase(Locale.ROOT),
                    revision.contentHash().value(),
                    revision.ingestedAt(),
                    before.flatMap(revision::since).orElse(null));
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
                revisions(seen));
    }

    private static List<RevisionBody> revisions(SeenArticle seen) {
        var byId = new HashMap<RevisionId, Revision>();
        seen.revisions().forEach(revision -> byId.put(revision.id(), revision));
        return seen.revisions().stream()
                .map(revision -> RevisionBody.of(
                        revision,
                        Optional.ofNullable(revision.previous()).flatMap(id -> Optional.ofNullable(byId.get(id)))))
                .toList();
    }
}
