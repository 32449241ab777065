package io.copytaster.enrichment.seen;

import org.jspecify.annotations.Nullable;

/**
 * One revision of an article and its place in the chain of revisions.
 *
 * @param id the revision's identity, the only key for recognising a repeat
 * @param previous the revision that it replaces; null for the first
 */
public record Revision(String id, @Nullable String previous) {

    public Revision {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a revision needs an id, got an empty one");
        }
    }
}
