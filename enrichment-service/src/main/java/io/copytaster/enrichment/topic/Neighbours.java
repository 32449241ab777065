package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.EntityKind;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kinds of entities that support a topic when one stands in the sentence of a cue.
 *
 * @param weight added once
 */
public record Neighbours(Set<EntityKind> kinds, double weight) {

    public Neighbours {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds)); // ordered: the catalogue's version depends on it
    }
}
