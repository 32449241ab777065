package io.copytaster.enrichment.answer;

import io.copytaster.enrichment.topic.TopicTag;
import java.util.List;
import java.util.Locale;

/** A topic with its evidence. */
public record TopicAnswer(
        String topic, List<String> codes, double confidence, String salience, List<EvidenceAnswer> evidence) {

    public TopicAnswer {
        codes = List.copyOf(codes);
        evidence = List.copyOf(evidence);
    }

    public static TopicAnswer of(TopicTag tag) {
        return new TopicAnswer(
                tag.topic().value(),
                tag.codes(),
                tag.confidence(),
                tag.salience().name().toLowerCase(Locale.ROOT),
                tag.evidence().stream().map(EvidenceAnswer::of).toList());
    }
}
