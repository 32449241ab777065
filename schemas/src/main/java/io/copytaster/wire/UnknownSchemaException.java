package io.copytaster.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The registry was reached and has no such schema. */
final class UnknownSchemaException extends SerializationException {

    UnknownSchemaException(String message) {
        super(message);
    }
}
