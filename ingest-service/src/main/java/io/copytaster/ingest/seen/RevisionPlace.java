package io.copytaster.ingest.seen;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.revision.Change;
import io.copytaster.ingest.revision.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A revision and its first place on the log. */
record RevisionPlace(Revision revision, StreamPosition position) {

    static RevisionPlace of(Published published) {
        return new RevisionPlace(published.edition().revision(), published.position());
    }

    static RevisionPlace read(ResultSet row, int number) throws SQLException {
        var previous = row.getString("previous_revision_id");
        var revision = new Revision(
                new RevisionId(row.getString("revision_id")),
                new ArticleId(row.getString("article_id")),
                previous == null ? null : new RevisionId(previous),
                row.getInt("revision"),
                Change.valueOf(row.getString("change")),
                new ContentHash(row.getString("content_hash")),
                new ArticleId(row.getString("copy_group_id")),
                row.getTimestamp("ingested_at").toInstant());
        return new RevisionPlace(
                revision,
                new StreamPosition(
                        row.getString("stream"), row.getInt("stream_partition"), row.getLong("stream_offset")));
    }

    /** Whether this is later than the revision that was the latest so far. */
    boolean succeeds(@Nullable RevisionPlace head) {
        if (head == null) {
            return true;
        }
        if (revision.id().equals(head.revision.id())) {
            return false;
        }
        return head.revision.id().equals(revision.previous()) || isAfter(head.position);
    }

    /** Whether this place comes after another of the same stream; between streams there is no order. */
    boolean isAfter(StreamPosition other) {
        return position.stream().equals(other.stream())
                && position.partition() == other.partition()
                && position.offset() > other.offset();
    }
}
