package io.copytaster.alert.match;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a match or an alert needs to know of an article revision, without its text.
 *
 * @param revisionId the only key for dedupe and matches
 * @param revision 1, 2, …: for people
 * @param copyGroupId founder of the group of near-identical copies; the article itself where there is no group
 * @param publishedAt as stated by the publisher; null when unknown
 * @param entities ids of all entities mentioned, each once
 * @param topics ids of all topics tagged
 */
public record ArticleDigest(
        String articleId,
        String revisionId,
        @Nullable String previousRevisionId,
        int revision,
        Change change,
        Origin origin,
        String copyGroupId,
        @Nullable String url,
        String headline,
        String language,
        @Nullable String publisher,
        @Nullable String publisherFamily,
        @Nullable String feedId,
        @Nullable Instant publishedAt,
        Instant ingestedAt,
        Instant enrichedAt,
        List<String> entities,
        List<String> topics,
        String catalogueVersion,
        String engineVersion) {

    public ArticleDigest {
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
    }

    /** What the revision does to the article. */
    public enum Change {
        UNKNOWN,
        NEW,
        REVISED,
        WITHDRAWN
    }

    /** Whether the article came as it happened or from history. */
    public enum Origin {
        UNKNOWN,
        LIVE,
        BACKFILL
    }
}
