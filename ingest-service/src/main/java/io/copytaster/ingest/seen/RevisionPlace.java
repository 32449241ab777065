package io.copytaster.ingest.seen;

import io.copytaster.ingest.revision.Revision;
import org.jspecify.annotations.Nullable;

/** A revision and its first place on the log. */
record RevisionPlace(Revision revision, StreamPosition position) {

    static RevisionPlace of(Published published) {
        return new RevisionPlace(published.edition().revision(), published.position());
    }

    /** Whether this is later than the revision that was the latest so far. */
    boolean succeeds(@Nullable RevisionPlace head) {
        if (head == null) {
            return true;
        }
        if (revision.id().equals(head.revision.id())) {
            return false;
        }
        return head.revision.id().equals(revision.previous()) || position.isAfter(head.position);
    }
}
