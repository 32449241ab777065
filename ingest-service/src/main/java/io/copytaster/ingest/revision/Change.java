package io.copytaster.ingest.revision;

/** What a revision does to its article. */
public enum Change {
    NEW,
    REVISED,
    WITHDRAWN
}
