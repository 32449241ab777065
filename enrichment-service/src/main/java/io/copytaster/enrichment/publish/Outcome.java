package io.copytaster.enrichment.publish;

/** How one record ended; each record read ends in exactly one way. */
public enum Outcome {
    /** On the enriched stream. */
    ENRICHED,
    /** On the enriched stream, marked: a revision that replaces it was enriched before it. */
    SUPERSEDED,
    /** Dropped: the same revision was enriched before. */
    REPEATED,
    /** On the dead letters: its bytes cannot be read, or are not an article. */
    POISONED,
    /** On the dead letters: the engine failed on it. */
    FAILED,
    /** On the dead letters: its result is larger than the enriched stream takes. */
    OVERSIZED
}
