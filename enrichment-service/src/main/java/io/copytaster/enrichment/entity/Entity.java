package io.copytaster.enrichment.entity;

import java.util.List;

/**
 * A person, organisation, place, product, grouping or instrument that articles mention.
 *
 * @param label for readers of the catalogue; not matched
 * @param names the names themselves
 * @param demonyms adjectives and inhabitants
 */
public record Entity(EntityId id, EntityKind kind, String label, List<Alias> names, List<Alias> demonyms) {

    public Entity {
        names = List.copyOf(names);
        demonyms = List.copyOf(demonyms);
    }
}
