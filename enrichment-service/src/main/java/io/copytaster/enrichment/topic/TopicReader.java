package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.CatalogueNode;
import io.copytaster.enrichment.catalogue.CatalogueReader;
import io.copytaster.enrichment.entity.Alias;
import io.copytaster.enrichment.entity.AliasReader;
import io.copytaster.enrichment.entity.EntityId;
import io.copytaster.enrichment.entity.EntityKind;
import io.copytaster.text.inflection.WordClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the topics of catalogue files. */
final class TopicReader {

    private static final Set<String> KEYS =
            Set.of("id", "label", "codes", "threshold", "cues", "entities", "near", "context", "negative");
    private static final Set<String> CUE_KEYS = Set.of("weight", "anchor");
    private static final AliasReader ALIASES = new AliasReader(WordClass.NOUN);
    private static final double CUE_WEIGHT = 1.0;
    private static final double ENTITY_WEIGHT = 0.4;

    private final CatalogueNode node;
    private final Map<String, CatalogueNode> fields;

    private TopicReader(CatalogueNode node) {
        this.node = node;
        this.fields = node.fields(KEYS);
    }

    static Stream<Topic> read(CatalogueFile file) {
        return CatalogueReader.read(file).stream().map(root -> {
            CatalogueNode id = new TopicReader(root).required("id");
            return new TopicReader(root.inEntry(id.string())).topic();
        });
    }

    private Topic topic() {
        CatalogueNode codes = fields.get("codes");
        List<Cue> cues = cues(required("cues"));
        List<EntityCue> entities = entities();
        if (cues.stream().noneMatch(Cue::anchor) && entities.stream().noneMatch(EntityCue::anchor)) {
            throw node.refuse("a topic needs at least one anchor among its cues and entities");
        }
        return new Topic(
                required("id").parsed(TopicId::new),
                required("label").string(),
                codes == null ? List.of() : codes.strings(),
                required("threshold").number(),
                cues,
                entities,
                neighbours(),
                aliases("context"),
                aliases("negative"));
    }

    private CatalogueNode required(String key) {
        CatalogueNode value = fields.get(key);
        if (value == null) {
            throw node.refuse("a topic needs '" + key + "'");
        }
        return value;
    }

    private List<Alias> aliases(String key) {
        CatalogueNode value = fields.get(key);
        return value == null ? List.of() : ALIASES.readAll(value);
    }

    private static List<Cue> cues(CatalogueNode cues) {
        return cues.map().entrySet().stream()
                .flatMap(language -> language.getValue().items().stream()
                        .map(cue -> cue(AliasReader.checked(language.getKey(), cue), cue)))
                .toList();
    }

    private static Cue cue(String language, CatalogueNode node) {
        Alias alias = ALIASES.read(language, node, CUE_KEYS);
        Map<String, CatalogueNode> fields = node.isMap() ? node.map() : Map.of();
        return new Cue(alias, weight(fields, CUE_WEIGHT), anchor(fields, true));
    }

    private List<EntityCue> entities() {
        CatalogueNode value = fields.get("entities");
        return value == null
                ? List.of()
                : value.items().stream().map(TopicReader::entityCue).toList();
    }

    private static EntityCue entityCue(CatalogueNode node) {
        Map<String, CatalogueNode> fields = node.fields(Set.of("id", "weight", "anchor"));
        CatalogueNode id = fields.get("id");
        if (id == null) {
            throw node.refuse("an entity cue needs 'id'");
        }
        return new EntityCue(id.parsed(EntityId::new), weight(fields, ENTITY_WEIGHT), anchor(fields, false));
    }

    private Neighbours neighbours() {
        CatalogueNode value = fields.get("near");
        if (value == null) {
            return new Neighbours(Set.of(), 0);
        }
        Map<String, CatalogueNode> parts = value.fields(Set.of("kinds", "weight"));
        CatalogueNode kinds = parts.get("kinds");
        if (kinds == null) {
            throw value.refuse("'near' needs 'kinds'");
        }
        return new Neighbours(
                kinds.items().stream()
                        .map(kind -> kind.constant(EntityKind.values()))
                        .collect(Collectors.toUnmodifiableSet()),
                weight(parts, ENTITY_WEIGHT));
    }

    private static double weight(Map<String, CatalogueNode> fields, double customary) {
        CatalogueNode weight = fields.get("weight");
        return weight == null ? customary : weight.number();
    }

    private static boolean anchor(Map<String, CatalogueNode> fields, boolean customary) {
        CatalogueNode anchor = fields.get("anchor");
        return anchor == null ? customary : anchor.flag();
    }
}
