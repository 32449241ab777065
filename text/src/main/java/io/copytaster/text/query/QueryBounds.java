package io.copytaster.text.query;

/**
 * How large a query may be.
 *
 * @param length characters (code points) of its text
 * @param nesting parentheses and negations within each other
 * @param operands words, phrases, entities, topics and attributes together
 * @param distance of NEAR and ONEAR, in words
 */
public record QueryBounds(int length, int nesting, int operands, int distance) {

    /** Enough for the longest queries people write by hand. */
    public static final QueryBounds USUAL = new QueryBounds(4000, 12, 256, 50);

    public QueryBounds {
        positive("length", length);
        positive("nesting", nesting);
        positive("operands", operands);
        positive("distance", distance);
        if (nesting > 100) {
            throw new IllegalArgumentException("nesting: expected at most 100, got " + nesting);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": expected 1 or more, got " + value);
        }
    }
}
