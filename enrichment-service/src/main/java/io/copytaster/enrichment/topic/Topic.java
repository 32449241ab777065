package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.Alias;
import java.util.List;

/**
 * A subject and the rules for recognising it.
 *
 * @param codes IPTC media topics, {@code medtop:…}
 * @param threshold the score from which the topic is given
 * @param context weak support, counted once
 * @param negative what silences the cues of its sentence
 */
public record Topic(
        TopicId id,
        String label,
        List<String> codes,
        double threshold,
        List<Cue> cues,
        List<EntityCue> entities,
        Neighbours neighbours,
        List<Alias> context,
        List<Alias> negative) {

    public Topic {
        codes = List.copyOf(codes);
        cues = List.copyOf(cues);
        entities = List.copyOf(entities);
        context = List.copyOf(context);
        negative = List.copyOf(negative);
    }
}
