package io.copytaster.cli.receive;

/** What is to be thought of a message that arrived. */
public sealed interface Verdict {

    /** The signature fits: it comes from whoever knows the secret, unchanged. */
    record Verified() implements Verdict {}

    /** It must not be trusted. */
    record Rejected(String reason) implements Verdict {}

    /** Nobody told us a secret to check with. */
    record Unchecked() implements Verdict {}
}
