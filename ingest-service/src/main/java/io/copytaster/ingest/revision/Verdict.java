package io.copytaster.ingest.revision;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an offered text is to its article: nothing new, or the next revision. */
public sealed interface Verdict {

    /** The revision that the sender is told about. */
    Revision revision();

    /** The article reads like this already. */
    record Duplicate(Revision revision) implements Verdict {}

    /** A text to publish: the first one, or another than the latest, even where an older revision read the same. */
    record Fresh(Revision revision) implements Verdict {}

    /**
     * Decides against the latest revision.
     *
     * @param latest null where the article is unknown
     * @param founder of the copy group that the article belongs to where it is unknown; a known one keeps its group
     */
    static Verdict on(ArticleId article, @Nullable Revision latest, ArticleId founder, ContentHash text, Instant at) {
        if (latest == null) {
            return new Fresh(Revision.first(article, text, at).inGroup(founder));
        }
        return latest.reads(text) ? new Duplicate(latest) : new Fresh(latest.revised(text, at));
    }
}
