package io.copytaster.runtime.guard;

/** Whether we may connect to an address. */
public sealed interface Verdict {

    /** We may. */
    record Allowed() implements Verdict {}

    /**
     * We may not.
     *
     * @param why completes the sentence "the address …"
     */
    record Forbidden(String why) implements Verdict {}
}
