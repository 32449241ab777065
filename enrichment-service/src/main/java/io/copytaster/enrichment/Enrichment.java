package io.copytaster.enrichment;

import io.copytaster.enrichment.mention.Mention;
import io.copytaster.enrichment.topic.TopicTag;
import java.util.List;

/**
 * Everything derived from an article's text; the same text and versions give the same enrichment, always.
 *
 * @param language BCP 47, as decided; {@code und} where nothing could be
 * @param languageConfidence 0 to 1
 * @param mentions in order of appearance, headline first
 * @param mentionsOmitted mentions beyond the bound, counted and not listed
 */
public record Enrichment(
        String language,
        double languageConfidence,
        List<Mention> mentions,
        int mentionsOmitted,
        List<TopicTag> topics,
        String catalogueVersion,
        String engineVersion) {

    public Enrichment {
        mentions = List.copyOf(mentions);
        topics = List.copyOf(topics);
    }
}
