package io.copytaster.ingest.revision;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as one revision of it reads: what goes to the log.
 *
 * @param difference from the text before; null where there is none, or none is known
 */
public record Edition(
        Revision revision, Article article, @Nullable Difference difference) {

    /** An edition of which no difference is known. */
    public Edition(Revision revision, Article article) {
        this(revision, article, null);
    }

    /** The kill notice for an article: its imprint without its text. */
    public static Edition withdrawal(Revision latest, Imprint imprint, Instant at) {
        return new Edition(latest.withdrawn(at), textless(imprint));
    }

    /** A withdrawn article. */
    public static Article textless(Imprint imprint) {
        return new Article(imprint, ArticleText.NONE, Provenance.LIVE);
    }
}
