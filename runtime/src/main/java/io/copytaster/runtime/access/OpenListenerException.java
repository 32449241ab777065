package io.copytaster.runtime.access;

/** The service would listen beyond loopback without authentication; the message says what to set. */
final class OpenListenerException extends RuntimeException {

    OpenListenerException(String message) {
        super(message);
    }
}
