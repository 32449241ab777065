package io.copytaster.ingest.seen;

import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.revision.Revision;
import java.time.Instant;
import java.util.List;

/**
 * An article as we remember it.
 *
 * @param latest the revision that is latest on the log
 * @param revisions every revision in the order of the log
 */
public record SeenArticle(Imprint imprint, Revision latest, List<Revision> revisions, Instant firstSeenAt) {

    public SeenArticle {
        revisions = List.copyOf(revisions);
    }
}
