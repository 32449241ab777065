package io.copytaster.enrichment.topic;

/** Whether an article is about a topic or only mentions it (schema.org {@code about} and {@code mentions}). */
public enum Salience {
    CENTRAL,
    MENTIONED
}
