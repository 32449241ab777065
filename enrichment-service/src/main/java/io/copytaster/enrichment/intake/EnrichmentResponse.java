package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.Enrichment;
import io.copytaster.enrichment.answer.MentionAnswer;
import io.copytaster.enrichment.answer.TopicAnswer;
import java.util.List;

/** What an article's text says to us. */
record EnrichmentResponse(
        String language,
        double languageConfidence,
        List<MentionAnswer> mentions,
        int mentionsOmitted,
        List<TopicAnswer> topics,
        String catalogueVersion,
        String engineVersion) {

    EnrichmentResponse {
        mentions = List.copyOf(mentions);
        topics = List.copyOf(topics);
    }

    static EnrichmentResponse of(Enrichment enrichment) {
        return new EnrichmentResponse(
                enrichment.language(),
                enrichment.languageConfidence(),
                enrichment.mentions().stream().map(MentionAnswer::of).toList(),
                enrichment.mentionsOmitted(),
                enrichment.topics().stream().map(TopicAnswer::of).toList(),
                enrichment.catalogueVersion(),
                enrichment.engineVersion());
    }
}
