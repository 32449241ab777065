package io.copytaster.enrichment.entity;

/** How much a name proves by itself. */
public enum Strength {
    /** Enough alone. */
    STRONG,
    /** Needs a witness: a strong name of the same entity in the article, or a needed cue nearby. */
    WEAK,
    /** Never matched; a note to the editors of the catalogue. */
    BLOCKED
}
