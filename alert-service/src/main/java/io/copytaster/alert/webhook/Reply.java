package io.copytaster.alert.webhook;

import java.util.Map;
import java.util.Optional;

/** What came back from one request. */
public sealed interface Reply {

    /**
     * An HTTP answer.
     *
     * @param headers those that have a meaning for us, by lower-case name
     * @param excerpt the beginning of the body as text, at most 16 KiB
     */
    record Answer(int status, Map<String, String> headers, String excerpt) implements Reply {

        public Answer {
            headers = Map.copyOf(headers);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * No answer, or none that could be read.
     *
     * @param detail for operators; subscribers see the class and its remedy
     */
    record NoAnswer(ErrorClass error, String detail) implements Reply {}
}
