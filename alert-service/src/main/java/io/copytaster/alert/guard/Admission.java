package io.copytaster.alert.guard;

/** Whether a URL may be registered as an endpoint. */
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
     * @param detail a sentence for the person who registers it: what is wrong and what to change
     */
    record Refused(String detail) implements Admission {}
}
