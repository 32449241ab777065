package io.copytaster.ingest.seen;

import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.revision.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads a row of the table {@code article}. */
final class ArticleRow {

    private ArticleRow() {}

    static SeenArticle read(ResultSet row, List<Revision> revisions) throws SQLException {
        var publishedAt = row.getTimestamp("published_at");
        var imprint = new Imprint(
                row.getString("url"),
                row.getString("canonical_url"),
                row.getString("publisher"),
                row.getString("client_id"),
                row.getString("language"),
                row.getString("byline"),
                publishedAt == null ? null : publishedAt.toInstant());
        var latestId = row.getString("latest_revision_id");
        var latest = revisions.stream()
                .filter(revision -> revision.id().value().equals(latestId))
                .findFirst()
                .orElseThrow();
        return new SeenArticle(imprint, latest, revisions, row.getTimestamp("first_seen_at").toInstant());
    }
}
