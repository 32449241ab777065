package io.copytaster.enrichment.mention;

import io.copytaster.enrichment.lexicon.Hit;
import io.copytaster.enrichment.lexicon.TextScan;
import io.copytaster.text.offset.CodePoints;

/** Cuts the evidence of a hit out of its text. */
public final class EvidenceWriter {

    /** Code points of context before and after, as W3C's TextQuoteSelector customarily has. */
    static final int CONTEXT = 32;

    private EvidenceWriter() {}

    public static Evidence write(Field field, TextScan scan, Hit hit, String rule) {
        CodePoints points = scan.codePoints();
        return new Evidence(
                field,
                points.at(hit.start()),
                points.at(hit.end()),
                scan.text().substring(hit.start(), hit.end()),
                points.before(hit.start(), CONTEXT),
                points.after(hit.end(), CONTEXT),
                hit.term().alias().text(),
                hit.form().derivation(),
                rule);
    }
}
