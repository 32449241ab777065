package io.copytaster.registry;

/** The registry refuses a schema because older readers or older records would not fit it. */
public final class IncompatibleSchemaException extends RuntimeException {

    IncompatibleSchemaException(String subject, String difference) {
        super("the schema registry refuses the schema for " + subject
                + " as incompatible with the versions it has; correct the schema, or register under a new stream: "
                + difference);
    }
}
