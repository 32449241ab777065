package io.copytaster.alert;

import io.copytaster.text.query.QueryBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a watch's query may be; prefix {@code copytaster.alert.query}.
 *
 * @param length characters of its text
 * @param nesting parentheses and negations within each other
 * @param operands words, phrases, entities, topics and attributes together
 * @param distance of NEAR and ONEAR, in words
 */
@ConfigurationProperties(prefix = "copytaster.alert.query", ignoreUnknownFields = false)
record QuerySettings(
        @DefaultValue("4000") int length,
        @DefaultValue("12") int nesting,
        @DefaultValue("256") int operands,
        @DefaultValue("50") int distance) {

    public QuerySettings {
        refuseUnusable(length, nesting, operands, distance);
    }

    /** As the parser takes them. */
    public QueryBounds bounds() {
        return new QueryBounds(length, nesting, operands, distance);
    }

    private static void refuseUnusable(int length, int nesting, int operands, int distance) {
        try {
            var _ = new QueryBounds(length, nesting, operands, distance);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("copytaster.alert.query." + e.getMessage(), e);
        }
    }
}
