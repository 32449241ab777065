package io.copytaster.ingest.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an item ended; every item that came in has exactly one. */
public enum Outcome {
    /** The broker did not confirm in time; becomes published when the record turns up, rejected when it does not. */
    PENDING,
    /** On the log as the first revision of its article. */
    PUBLISHED,
    /** On the log as a later revision. */
    REVISED,
    /** Reads like the latest revision of its article. */
    DUPLICATE,
    /** Refused by a filter, which the reason names. */
    FILTERED,
    /** Refused for what it is: malformed, incomplete, too large. */
    REJECTED,
    /** Set aside because it could not be read back. */
    QUARANTINED,
    /** On the log as the kill notice of its article. */
    WITHDRAWN;

    /** The word in requests, answers and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a word. */
    public static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
