package io.copytaster.ingest.reading;

import io.copytaster.ingest.article.Refusal;

/** Carries a refusal out of the reading of one field; never leaves this room. */
final class FieldRefused extends Exception {

    private final transient Refusal refusal;

    FieldRefused(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
