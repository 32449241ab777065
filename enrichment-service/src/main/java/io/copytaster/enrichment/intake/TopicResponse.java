package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.topic.Topic;
import java.util.List;

/** A topic, and the languages that it has cues in. */
record TopicResponse(String id, String label, List<String> codes, double threshold, List<String> languages) {

    TopicResponse {
        codes = List.copyOf(codes);
        languages = List.copyOf(languages);
    }

    static TopicResponse of(Topic topic) {
        List<String> languages = topic.cues().stream()
                .map(cue -> cue.alias().language())
                .distinct()
                .sorted()
                .toList();
        return new TopicResponse(topic.id().value(), topic.label(), topic.codes(), topic.threshold(), languages);
    }
}
