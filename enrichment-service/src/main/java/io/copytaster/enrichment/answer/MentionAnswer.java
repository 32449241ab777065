package io.copytaster.enrichment.answer;

import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.Mention;
import java.util.Locale;

/** A mention with its evidence in one flat object. */
public record MentionAnswer(
        String entity,
        String kind,
        double confidence,
        String field,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        String alias,
        String derivation,
        String rule) {

    public static MentionAnswer of(Mention mention) {
        Evidence evidence = mention.evidence();
        return new MentionAnswer(
                mention.entity().value(),
                mention.kind().name().toLowerCase(Locale.ROOT),
                mention.confidence(),
                evidence.field().name().toLowerCase(Locale.ROOT),
                evidence.start(),
                evidence.end(),
                evidence.exact(),
                evidence.prefix(),
                evidence.suffix(),
                evidence.alias(),
                evidence.derivation(),
                evidence.rule());
    }
}
