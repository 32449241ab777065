package io.copytaster.enrichment;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.CatalogueFiles;
import io.copytaster.enrichment.catalogue.CatalogueVersion;
import io.copytaster.enrichment.catalogue.InvalidCatalogueException;
import io.copytaster.enrichment.entity.Entity;
import io.copytaster.enrichment.entity.EntityCatalogue;
import io.copytaster.enrichment.lexicon.Lexicon;
import io.copytaster.enrichment.lexicon.LexiconBuilder;
import io.copytaster.enrichment.lexicon.Purpose;
import io.copytaster.enrichment.topic.Topic;
import io.copytaster.enrichment.topic.TopicCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Everything that we recognise, in one version. Immutable. */
public record Catalogue(CatalogueVersion version, EntityCatalogue entities, TopicCatalogue topics) {

    /** The catalogue of the class path. */
    public static Catalogue fromClasspath() {
        return of(CatalogueFiles.fromClasspath());
    }

    /** The catalogue in those files; contradictions within and between them are refused. */
    public static Catalogue of(List<CatalogueFile> files) {
        EntityCatalogue entities = EntityCatalogue.of(files);
        TopicCatalogue topics = TopicCatalogue.of(files);
        topics.all().forEach(topic -> refuseUnknownEntities(topic, entities));
        List<String> canonical = Stream.concat(
                        entities.all().stream().map(Entity::toString),
                        topics.all().stream().map(Topic::toString))
                .toList();
        return new Catalogue(CatalogueVersion.of(canonical), entities, topics);
    }

    private static void refuseUnknownEntities(Topic topic, EntityCatalogue entities) {
        topic.entities().forEach(cue -> {
            if (entities.find(cue.id()).isEmpty()) {
                throw new InvalidCatalogueException(
                        "topic " + topic.id(),
                        "entity " + cue.id() + " is not in the catalogue; add it or drop the cue");
            }
        });
    }

    /** All names and cues, ready for one pass over a text. */
    Lexicon compile() {
        LexiconBuilder lexicon = new LexiconBuilder();
        for (Entity entity : entities.all()) {
            entity.names()
                    .forEach(name -> lexicon.addName(Purpose.NAME, entity.id().value(), name));
            entity.demonyms()
                    .forEach(
                            name -> lexicon.addName(Purpose.DEMONYM, entity.id().value(), name));
        }
        for (Topic topic : topics.all()) {
            String id = topic.id().value();
            topic.cues().forEach(cue -> lexicon.addCue(id, cue.alias(), cue.weight(), cue.anchor()));
            topic.context().forEach(alias -> lexicon.addName(Purpose.CONTEXT, id, alias));
            topic.negative().forEach(alias -> lexicon.addName(Purpose.NEGATIVE, id, alias));
        }
        return lexicon.build();
    }
}
