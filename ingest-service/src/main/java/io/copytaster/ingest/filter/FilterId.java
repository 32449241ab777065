package io.copytaster.ingest.filter;

import java.util.UUID;
import java.util.regex.Pattern;

/** Identity of a filter: {@code x_} and 32 hexadecimal digits by chance. */
public record FilterId(String value) {

    private static final Pattern FORM = Pattern.compile("x_[0-9a-f]{32}");

    public FilterId {
        if (!isFilterId(value)) {
            throw new IllegalArgumentException("expected x_ and 32 hexadecimal digits");
        }
    }

    /** Whether a text has the form of an identity. */
    public static boolean isFilterId(String text) {
        return FORM.matcher(text).matches();
    }

    static FilterId next() {
        return new FilterId("x_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
