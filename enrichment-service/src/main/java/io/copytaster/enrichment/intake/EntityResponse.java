package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.entity.Alias;
import io.copytaster.enrichment.entity.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entity and the names it is known by, per language. */
record EntityResponse(
        String id, String kind, String label, Map<String, List<String>> names, Map<String, List<String>> demonyms) {

    static EntityResponse of(Entity entity) {
        return new EntityResponse(
                entity.id().value(),
                entity.kind().name().toLowerCase(Locale.ROOT),
                entity.label(),
                byLanguage(entity.names()),
                byLanguage(entity.demonyms()));
    }

    private static Map<String, List<String>> byLanguage(List<Alias> aliases) {
        return aliases.stream()
                .collect(Collectors.groupingBy(
                        Alias::language, TreeMap::new, Collectors.mapping(Alias::text, Collectors.toList())));
    }
}
