package io.copytaster.enrichment.publish;

import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.Field;
import io.copytaster.enrichment.mention.Mention;
import io.copytaster.enrichment.mention.MentionKind;
import io.copytaster.enrichment.topic.Salience;
import io.copytaster.enrichment.topic.TopicTag;
import io.copytaster.event.TextField;
import java.util.List;

/** Our tags as the records of the enriched stream. */
public final class EnrichedEvents {

    private EnrichedEvents() {}

    /** Mentions, in their order. */
    public static List<io.copytaster.event.Mention> mentions(List<Mention> mentions) {
        return mentions.stream().map(EnrichedEvents::mention).toList();
    }

    /** Topic tags, in their order. */
    public static List<io.copytaster.event.TopicTag> topics(List<TopicTag> tags) {
        return tags.stream().map(EnrichedEvents::topic).toList();
    }

    private static io.copytaster.event.Mention mention(Mention mention) {
        return new io.copytaster.event.Mention(
                mention.entity().value(), kind(mention.kind()), mention.confidence(), evidence(mention.evidence()));
    }

    private static io.copytaster.event.TopicTag topic(TopicTag tag) {
        return new io.copytaster.event.TopicTag(
                tag.topic().value(),
                tag.codes(),
                tag.confidence(),
                salience(tag.salience()),
                tag.evidence().stream().map(EnrichedEvents::evidence).toList());
    }

    private static io.copytaster.event.Evidence evidence(Evidence evidence) {
        return new io.copytaster.event.Evidence(
                field(evidence.field()),
                evidence.start(),
                evidence.end(),
                evidence.exact(),
                evidence.prefix(),
                evidence.suffix(),
                evidence.alias(),
                evidence.derivation(),
                evidence.rule());
    }

    private static TextField field(Field field) {
        return switch (field) {
            case HEADLINE -> TextField.HEADLINE;
            case BODY -> TextField.BODY;
        };
    }

    private static io.copytaster.event.MentionKind kind(MentionKind kind) {
        return switch (kind) {
            case NAME -> io.copytaster.event.MentionKind.NAME;
            case DEMONYM -> io.copytaster.event.MentionKind.DEMONYM;
        };
    }

    private static io.copytaster.event.Salience salience(Salience salience) {
        return switch (salience) {
            case CENTRAL -> io.copytaster.event.Salience.CENTRAL;
            case MENTIONED -> io.copytaster.event.Salience.MENTIONED;
        };
    }
}
