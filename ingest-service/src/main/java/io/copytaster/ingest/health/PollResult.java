package io.copytaster.ingest.health;

/** What a poll said about the health of a feed. */
public sealed interface PollResult {

    /** An answer with a readable feed. */
    record WasRead() implements PollResult {}

    /** 304: the server says that nothing changed. It says nothing about whether the feed could be read. */
    record NotModified() implements PollResult {}

    /**
     * It could not be read.
     *
     * @param reason what was expected, what came and what to do, for people
     */
    record Failed(Severity severity, String reason) implements PollResult {}

    /** 410: it will not come back. */
    record Gone(String reason) implements PollResult {}

    /** How much a failure weighs. */
    enum Severity {
        /** It will not pass by itself: no such page, forbidden, no feed. */
        HARD(1),
        /** It may pass: an error of the server, a refused connection. */
        SOFT(0.5),
        /** It passes: too slow, too many requests. */
        TEMPORARY(0.25);

        private final double weight;

        Severity(double weight) {
            this.weight = weight;
        }

        /** Its part of a full failure. */
        public double weight() {
            return weight;
        }
    }
}
