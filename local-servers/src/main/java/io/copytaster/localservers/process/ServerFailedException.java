package io.copytaster.localservers.process;

/** A server could not be started, or did not become ready in time; the message says which, why, and what to do. */
public final class ServerFailedException extends RuntimeException {

    public ServerFailedException(String message) {
        super(message);
    }

    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
