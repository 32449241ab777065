package io.copytaster.text.fold;

/** A text in folded spelling whose every character maps back to the original UTF-16 positions. Immutable. */
public final class FoldedText {

    private final String original;
    private final char[] folded;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    FoldedText(String original, char[] folded, int[] starts, int[] ends, int length) {
        this.original = original;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    public String original() {
        return original;
    }

    public int length() {
        return length;
    }

    public char charAt(int index) {
        return folded[index];
    }

    /** The first original UTF-16 unit of the folded character. */
    public int startOf(int index) {
        return starts[index];
    }

    /** One past the last original UTF-16 unit of the folded character, its accents included. */
    public int endOf(int index) {
        return ends[index];
    }

    /** A part of the folded text. */
    public String substring(int from, int to) {
        return new String(folded, from, to - from);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
