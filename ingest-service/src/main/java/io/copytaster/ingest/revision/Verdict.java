package io.copytaster.ingest.revision;

import io.copytaster.identity.ArticleId;
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
    static Verdict on(ArticleId article, @Nullable Revision latest, ArticleId founder, Wording text, Instant at) {
        if (latest == null) {
            return new Fresh(
                    Revision.first(article, text.hash(), at).inGroup(founder).printed(text.print()), null);
        }
        if (latest.reads(text.hash())) {
            return new Duplicate(latest);
        }
        var revised = latest.revised(text.hash(), at).printed(text.print());
        return new Fresh(revised, revised.since(latest).orElse(null));
    }
}
