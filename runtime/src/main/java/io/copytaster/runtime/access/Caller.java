package io.copytaster.runtime.access;

/**
 * The authenticated party behind a request; a controller gets it as an argument.
 *
 * @param subscriberId whose watches, endpoints, alerts and deliveries the request may see
 */
public record Caller(String subscriberId) {

    /** Everybody, where no authentication is configured, and the holder of the bootstrap token. */
    public static final Caller BOOTSTRAP = new Caller("default");
}
