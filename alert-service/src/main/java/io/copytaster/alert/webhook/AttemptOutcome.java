package io.copytaster.alert.webhook;

import java.time.Duration;

/** What an attempt came to. */
public sealed interface AttemptOutcome {

    /** The receiver has it. */
    record Delivered() implements AttemptOutcome {}

    /**
     * Try again on schedule.
     *
     * @param error the class of what went wrong
     * @param hint what the owner of the endpoint can do, in words
     * @param after the least wait; zero where the receiver asked for none
     * @param holds what waits: this delivery, or everything for the endpoint
     */
    record Retry(ErrorClass error, String hint, Duration after, Holds holds) implements AttemptOutcome {}

    /**
     * Do not try again.
     *
     * @param hint why, in words
     * @param effect what it means for the endpoint
     */
    record Refused(ErrorClass error, String hint, Effect effect) implements AttemptOutcome {}

    /** How far a wait reaches. */
    enum Holds {
        DELIVERY,
        ENDPOINT
    }

    /** What a refusal means for the endpoint. */
    enum Effect {
        NONE,
        /** It is gone: disable it and cancel what waits for it. */
        DISABLE
    }
}
