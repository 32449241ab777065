package io.copytaster.stream;

import org.jspecify.annotations.Nullable;

/** The streams are not as they must be; the message is a sentence that says what to do. */
public final class StreamSetupException extends RuntimeException {

    StreamSetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
