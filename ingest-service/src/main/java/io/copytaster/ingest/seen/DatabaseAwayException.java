package io.copytaster.ingest.seen;

/** The database did not answer: nothing of the decision is remembered, and nobody knows whether it is on the log. */
public final class DatabaseAwayException extends RuntimeException {

    public DatabaseAwayException(Throwable cause) {
        super("the database did not answer", cause);
    }
}
