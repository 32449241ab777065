package io.copytaster.enrichment.lexicon;

/** What finding a term in a text means. */
public enum Purpose {
    NAME,
    DEMONYM,
    /** The text is something else than it seems: it is consumed. */
    EXCLUDE,
    /** Confirms a name or cue that needs it. */
    WITNESS,
    CUE,
    CONTEXT,
    NEGATIVE
}
