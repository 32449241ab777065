package io.copytaster.enrichment.mention;

/** Which text of an article. */
public enum Field {
    HEADLINE,
    BODY
}
