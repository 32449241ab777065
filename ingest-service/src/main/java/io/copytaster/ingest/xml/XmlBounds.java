package io.copytaster.ingest.xml;

/**
 * How much of a document is read.
 *
 * @param depth elements inside each other; deeper tags are left out, their text is kept
 * @param elements elements in all; a document with more is cut there
 */
public record XmlBounds(int depth, int elements) {

    /** Longest name of an element or attribute, in characters; a longer one is text. */
    static final int NAME = 128;
    /** Attributes of one element; further ones are left out. */
    static final int ATTRIBUTES = 64;

    public XmlBounds {
        if (depth < 1 || elements < 1) {
            throw new IllegalArgumentException("expected positive bounds, got " + depth + " and " + elements);
        }
    }
}
