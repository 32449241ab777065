package io.copytaster.enrichment.topic;

import java.util.regex.Pattern;

/** Identity of a topic: a word in lower case, such as {@code sanctions}. */
public record TopicId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public TopicId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("topic id must be lower case letters, digits and '-', got " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
