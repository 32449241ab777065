package io.copytaster.enrichment.entity;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.CatalogueFiles;
import io.copytaster.text.fold.Folding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All entities that we recognise, by identity. Immutable. */
public final class EntityCatalogue {

    private static final String FOLDER = "entities/";

    private final Map<String, Entity> entities;

    private EntityCatalogue(Map<String, Entity> entities) {
        this.entities = entities;
    }

    /** The entities of the class path's {@code catalogue/entities}. */
    public static EntityCatalogue fromClasspath() {
        return of(CatalogueFiles.fromClasspath());
    }

    /** The entities of those files that lie in {@code entities/}; an identity that occurs twice is refused. */
    public static EntityCatalogue of(List<CatalogueFile> files) {
        Map<String, Entity> entities = new TreeMap<>();
        files.stream()
                .filter(file -> file.name().startsWith(FOLDER))
                .flatMap(EntityReader::read)
                .forEach(located -> {
                    Entity entity = located.entity();
                    if (entities.put(entity.id().value(), entity) != null) {
                        throw located.place().refuse("id " + entity.id() + " occurs twice");
                    }
                });
        return new EntityCatalogue(entities);
    }

    /** All entities, ordered by identity. */
    public Collection<Entity> all() {
        return entities.values();
    }

    public Optional<Entity> find(EntityId id) {
        return Optional.ofNullable(entities.get(id.value()));
    }

    /** At most {@code limit} entities with a label or name that contains the text, exact ones first. */
    public List<Entity> search(String text, int limit) {
        String wanted = folded(text);
        return entities.values().stream()
                .filter(entity -> spellings(entity).anyMatch(name -> name.contains(wanted)))
                .sorted(Comparator.comparing(
                                (Entity entity) -> spellings(entity).noneMatch(wanted::equals))
                        .thenComparing(Entity::label))
                .limit(limit)
                .toList();
    }

    private static Stream<String> spellings(Entity entity) {
        return Stream.concat(Stream.of(entity.label()), entity.names().stream().map(Alias::text))
                .map(EntityCatalogue::folded);
    }

    private static String folded(String text) {
        return Folding.fold(text.strip()).toString();
    }
}
