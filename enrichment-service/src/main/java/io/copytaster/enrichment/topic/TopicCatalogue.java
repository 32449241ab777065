package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.InvalidCatalogueException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All topics that we recognise, by identity. Immutable. */
public final class TopicCatalogue {

    private static final String FOLDER = "topics/";

    private final Map<String, Topic> topics;

    private TopicCatalogue(Map<String, Topic> topics) {
        this.topics = topics;
    }

    /** The topics of those files that lie in {@code topics/}; an identity that occurs twice is refused. */
    public static TopicCatalogue of(List<CatalogueFile> files) {
        Map<String, Topic> topics = new TreeMap<>();
        for (CatalogueFile file : files) {
            if (file.name().startsWith(FOLDER)) {
                TopicReader.read(file).forEach(topic -> add(topics, topic, file));
            }
        }
        return new TopicCatalogue(topics);
    }

    private static void add(Map<String, Topic> topics, Topic topic, CatalogueFile file) {
        if (topics.put(topic.id().value(), topic) != null) {
            throw new InvalidCatalogueException(file.name(), "topic " + topic.id() + " occurs twice");
        }
    }

    /** All topics, ordered by identity. */
    public Collection<Topic> all() {
        return topics.values();
    }

    public Optional<Topic> find(TopicId id) {
        return Optional.ofNullable(topics.get(id.value()));
    }
}
