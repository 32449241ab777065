package io.copytaster.ingest.robots;

/** Whether a site lets us get one of its pages. */
public sealed interface RobotsVerdict {

    /** It does, or it says nothing. */
    record Allowed() implements RobotsVerdict {}

    /**
     * It does not.
     *
     * @param reason a sentence for the ledger
     */
    record Disallowed(String reason) implements RobotsVerdict {}

    /**
     * Nobody knows as long as its robots.txt file cannot be had; until then we stay away (RFC 9309, section 2.3.1.4).
     *
     * @param reason a sentence for the ledger
     */
    record Unknown(String reason) implements RobotsVerdict {}
}
