package io.copytaster.wire;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The schema registry would have to be asked and cannot be. Says nothing about the record: let it rise, so that the
 * batch rolls back and comes again.
 */
public final class RegistryUnreachableException extends SerializationException {

    /** Names what was asked. */
    public RegistryUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
