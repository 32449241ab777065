package io.copytaster.enrichment.answer;

import io.copytaster.enrichment.mention.Evidence;
import java.util.Locale;

/** A piece of evidence; offsets are Unicode code points into the field, end exclusive. */
public record EvidenceAnswer(
        String field,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        String alias,
        String derivation,
        String rule) {

    public static EvidenceAnswer of(Evidence evidence) {
        return new EvidenceAnswer(
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
