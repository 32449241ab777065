package io.copytaster.runtime.guard;

/** Whether we may connect to what a URL names. */
public sealed interface Admission {

    /**
     * It may.
     *
     * @param url in its canonical spelling
     */
    record Admitted(TargetUrl url) implements Admission {}

    /**
     * It may not.
     *
     * @param ground what is wrong with it
     * @param detail a sentence for whoever gave the URL: what is wrong and what to change
     */
    record Refused(Ground ground, String detail) implements Admission {}

    /** What a URL is refused for. */
    enum Ground {
        /** Its text: no URL, or one that can be read in two ways. */
        TEXT,
        /** Its host has no address, or nobody said which one in time; this may pass. */
        HOST,
        /** An address of its host, or its port, is forbidden. */
        ADDRESS
    }
}
