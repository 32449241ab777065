package io.copytaster.runtime.instance;

/** This process cannot be the instance that it was told to be; the message says why and what to change. */
final class InstanceTakenException extends RuntimeException {

    InstanceTakenException(String message) {
        super(message);
    }
}
