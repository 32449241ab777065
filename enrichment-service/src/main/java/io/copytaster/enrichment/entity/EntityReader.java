package io.copytaster.enrichment.entity;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.CatalogueNode;
import io.copytaster.enrichment.catalogue.CatalogueReader;
import io.copytaster.text.inflection.WordClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the entities of catalogue files. */
final class EntityReader {

    private static final Set<String> KEYS = Set.of("id", "kind", "label", "names", "demonyms");
    private static final AliasReader NAMES = new AliasReader(WordClass.NAME);
    private static final AliasReader DEMONYMS = new AliasReader(WordClass.ADJECTIVE);

    private EntityReader() {}

    static Stream<Located> read(CatalogueFile file) {
        return CatalogueReader.read(file).stream()
                .flatMap(root -> root.items().stream())
                .map(EntityReader::entity);
    }

    private static Located entity(CatalogueNode node) {
        Map<String, CatalogueNode> fields = node.fields(KEYS);
        EntityId id = required(fields, "id", node).parsed(EntityId::new);
        CatalogueNode place = node.inEntry(id.value());
        Map<String, CatalogueNode> named = place.fields(KEYS);
        List<Alias> names = NAMES.readAll(required(named, "names", place));
        if (names.isEmpty()) {
            throw place.refuse("an entity needs at least one name");
        }
        CatalogueNode demonyms = named.get("demonyms");
        return new Located(
                new Entity(
                        id,
                        required(named, "kind", place).constant(EntityKind.values()),
                        required(named, "label", place).string(),
                        names,
                        demonyms == null ? List.of() : DEMONYMS.readAll(demonyms)),
                place);
    }

    private static CatalogueNode required(Map<String, CatalogueNode> fields, String key, CatalogueNode node) {
        CatalogueNode value = fields.get(key);
        if (value == null) {
            throw node.refuse("an entity needs '" + key + "'");
        }
        return value;
    }

    /** An entity and where it stands. */
    record Located(Entity entity, CatalogueNode place) {}
}
