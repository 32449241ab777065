package io.copytaster.alert.webhook;

import java.util.Locale;

/** Why an attempt did not deliver. The list is closed: each has a sentence that says what to do. */
public enum ErrorClass {
    DNS_ERROR("The host name could not be resolved. Check its spelling and its DNS records."),
    CONNECTION_REFUSED(
            "Nothing listens at the host and port. Check that your server runs and its firewall lets us in."),
    CONNECTION_RESET("The connection was closed before an answer came. Check your server's or proxy's log."),
    TLS_ERROR("No secure connection came about. Check that the certificate is valid, complete and for this host."),
    TIMEOUT("No complete answer came in time. Answer first, with 2xx, and do the work afterwards."),
    REDIRECT("The answer was a redirect, which is never followed. Set your URL to the final address."),
    SSRF_BLOCKED(
            "The host leads to an address that is not public. Use a public address or have the operator allow it."),
    BODY_TOO_LARGE("The answer was too large to read. Answer with a short body or none."),
    PROTOCOL_ERROR("The answer was not valid HTTP. Check that the port speaks HTTP or HTTPS as the URL says."),
    STATUS("The answer had a status other than 2xx. See the status and the excerpt of the answer."),
    /** Ours, not the receiver's: shown as such, and tried again. */
    INTERNAL("The attempt failed on our side. It is tried again; nothing is needed from you.");

    private final String remedy;

    ErrorClass(String remedy) {
        this.remedy = remedy;
    }

    /** What the owner of the endpoint can do. */
    public String remedy() {
        return remedy;
    }

    /** As written in the database and over HTTP. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
