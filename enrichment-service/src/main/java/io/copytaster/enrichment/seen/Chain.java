package io.copytaster.enrichment.seen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Revisions in order of arrival, and who replaces whom. */
final class Chain {

    private final int bound;
    private final LinkedHashMap<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, String> successors = new HashMap<>();

    Chain(int bound) {
        this.bound = bound;
    }

    void add(Revision revision) {
        revisions.put(revision.id(), revision);
        if (revision.previous() != null) {
            successors.put(revision.previous(), revision.id());
        }
        if (revisions.size() > bound) {
            forgetOldest();
        }
    }

    void addAll(Chain other) {
        other.revisions.values().forEach(this::add);
    }

    boolean contains(String id) {
        return revisions.containsKey(id);
    }

    Sighting sight(Revision revision) {
        if (contains(revision.id())) {
            return new Sighting.Repeated();
        }
        var successor = successors.get(revision.id());
        return successor == null ? new Sighting.New() : new Sighting.Superseded(successor);
    }

    private void forgetOldest() {
        var oldest = revisions.pollFirstEntry().getValue();
        if (oldest.previous() != null) {
            successors.remove(oldest.previous(), oldest.id());
        }
    }

    int size() {
        return revisions.size();
    }
}
