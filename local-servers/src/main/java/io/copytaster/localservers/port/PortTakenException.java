package io.copytaster.localservers.port;

/** A port that we need is taken; the message names who holds it. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(String message) {
        super(message);
    }
}
