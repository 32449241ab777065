package io.copytaster.ingest.seen;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.revision.Change;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.TextPrint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads rows of the tables {@code article} and {@code article_revision}. */
final class PostgresRows {

    private PostgresRows() {}

    static SeenArticle article(ResultSet row, List<Revision> revisions) throws SQLException {
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
        return new SeenArticle(
                imprint, latest, revisions, row.getTimestamp("first_seen_at").toInstant());
    }

    static RevisionPlace revision(ResultSet row, int number) throws SQLException {
        var previous = row.getString("previous_revision_id");
        var print = row.getBytes("text_print");
        var revision = new Revision(
                new RevisionId(row.getString("revision_id")),
                new ArticleId(row.getString("article_id")),
                previous == null ? null : new RevisionId(previous),
                row.getInt("revision"),
                Change.valueOf(row.getString("change")),
                new ContentHash(row.getString("content_hash")),
                new ArticleId(row.getString("copy_group_id")),
                row.getTimestamp("ingested_at").toInstant(),
                print == null ? null : TextPrint.ofBytes(print));
        return new RevisionPlace(revision, position(row));
    }

    static StreamPosition position(ResultSet row) throws SQLException {
        return new StreamPosition(
                row.getString("stream"), row.getInt("stream_partition"), row.getLong("stream_offset"));
    }
}
