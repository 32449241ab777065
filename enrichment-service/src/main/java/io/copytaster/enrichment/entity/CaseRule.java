package io.copytaster.enrichment.entity;

/** How capitals must stand in the text for a name to count; scripts without case ignore it. */
public enum CaseRule {
    /** Letter by letter as the catalogue writes it. */
    EXACT,
    /** A word that begins with a capital in the catalogue begins with one in the text. */
    INITIAL_UPPER,
    /** All capitals, or one at the beginning and none after. */
    UPPER_OR_TITLE,
    ANY
}
