package io.copytaster.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The registry was reached and has no such schema. */
public final class UnknownSchemaException extends SerializationException {

    /** Names what was asked for. */
    public UnknownSchemaException(String message) {
        super(message);
    }
}
