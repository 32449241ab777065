package io.copytaster.ingest.seen;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.revision.Revision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The articles that were taken in before. Changes belong inside a {@link Decisions#together decision}. */
public interface SeenArticles {

    /** The latest revision of each of these articles that is known. */
    Map<ArticleId, Revision> latest(Collection<ArticleId> articles);

    /** The articles to which these names lead, where they lead to one. */
    Map<String, ArticleId> aliases(Collection<String> names);

    /** The same from the revision's name and place alone, for a reader that has not decoded the record. */
    Set<String> knownAt(Map<String, StreamPosition> places);

    /**
     * Remembers what is on the log, in order of the list. A revision that is known keeps its first place; the latest
     * revision of an article is the one whose first place is last.
     */
    void remember(List<Published> published);

    /** Keeps names that lead to articles; a name that leads to one already keeps leading there. */
    void link(Map<String, ArticleId> aliases, Instant at);

    /** The article with its chain of revisions. */
    Optional<SeenArticle> find(ArticleId article);

    /** Forgets at most {@code limit} articles that did not change since then; the number forgotten. */
    int forgetUnchangedSince(Instant then, int limit);
}
