package io.copytaster.ingest.fetch;

import io.copytaster.ingest.fetch.Fetched.Cause;

/** Ends a GET; caught by {@link FetchClient}, which makes it a value. */
final class FetchFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Cause kind;

    FetchFailedException(Cause kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    FetchFailedException(Cause kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    Cause kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
