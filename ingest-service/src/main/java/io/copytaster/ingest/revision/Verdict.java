package io.copytaster.ingest.revision;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.article.ArticleText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an offered text is to its article: nothing new, or the next revision. */
public sealed interface Verdict {

    /** The revision that the sender is told about. */
    Revision revision();

    /** The article reads like this already. */
    record Duplicate(Revision revision) implements Verdict {}

    /**
     * A text to publish: the first one, or another than the latest, even where an older revision read the same.
     *
     * @param difference from the latest text; null where there is none, or none is known
     */
    record Fresh(Revision revision, @Nullable Difference difference) implements Verdict {}

    /**
     * Decides against the latest revision.
     *
     * @param latest null where the article is unknown
     * @param founder of the copy group that the article belongs to where it is unknown; a known one keeps its group
     */
    static Verdict on(ArticleId article, @Nullable Revision latest, ArticleId founder, ArticleText text, Instant at) {
        var hash = text.contentHash();
        if (latest == null) {
            return new Fresh(Revision.first(article, hash, at).inGroup(founder).reading(text), null);
        }
        if (latest.reads(hash)) {
            return new Duplicate(latest);
        }
        var revised = latest.revised(hash, at).reading(text);
        return new Fresh(revised, revised.since(latest).orElse(null));
    }
}
