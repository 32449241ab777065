package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.mention.Evidence;
import java.util.List;

/**
 * A topic applied to an article.
 *
 * @param codes IPTC media topics, {@code medtop:…}, where one exists
 * @param confidence 0 to 1
 * @param evidence one to five pieces of text, the strongest first
 */
public record TopicTag(
        TopicId topic, List<String> codes, double confidence, Salience salience, List<Evidence> evidence) {

    public TopicTag {
        codes = List.copyOf(codes);
        evidence = List.copyOf(evidence);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence must lie in 0..1, got " + confidence);
        }
    }
}
