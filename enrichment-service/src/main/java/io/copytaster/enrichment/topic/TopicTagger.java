package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.EntityCatalogue;
import io.copytaster.enrichment.lexicon.Scan;
import io.copytaster.enrichment.mention.Mentions;
import io.copytaster.enrichment.mention.Witnesses;
import java.util.List;
import java.util.Optional;

/** Decides for every topic of the catalogue whether an article carries it. Immutable. */
public final class TopicTagger {

    private final TopicCatalogue topics;
    private final EntityCatalogue entities;

    public TopicTagger(TopicCatalogue topics, EntityCatalogue entities) {
        this.topics = topics;
        this.entities = entities;
    }

    public List<TopicTag> tag(Scan scan, Mentions mentions) {
        Witnesses witnesses = Witnesses.of(scan);
        return topics.all().stream()
                .map(topic -> new TopicCase(topic, entities, scan, mentions, witnesses).decide())
                .flatMap(Optional::stream)
                .toList();
    }
}
