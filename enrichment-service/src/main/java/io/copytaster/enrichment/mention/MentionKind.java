package io.copytaster.enrichment.mention;

/** Whether the text says the name itself, or an adjective or inhabitant made from it. */
public enum MentionKind {
    NAME,
    DEMONYM
}
