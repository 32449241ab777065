package io.copytaster.text.offset;

/**
 * Translates UTF-16 positions of one text to Unicode code points. A lone surrogate counts as one code point, as everywhere in
 * Unicode-aware languages. Immutable.
 */
public final class CodePoints {

    private static final int STEP = 64;
    private static final char JOINER = '\u200D';

    private final String text;
    /** Code points before every 64th unit; empty where the text has no surrogates and both counts agree. */
    private final int[] before;

    private CodePoints(String text, int[] before) {
        this.text = text;
        this.before = before;
    }

    public static CodePoints of(String text) {
        return new CodePoints(
                text, text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? index(text) : new int[0]);
    }

    private static int[] index(String text) {
        int[] before = new int[text.length() / STEP + 1];
        int count = 0;
        for (int unit = 0; unit < text.length(); unit++) {
            if (unit % STEP == 0) {
                before[unit / STEP] = count;
            }
            boolean secondHalf = unit > 0
                    && Character.isLowSurrogate(text.charAt(unit))
                    && Character.isHighSurrogate(text.charAt(unit - 1));
            count += secondHalf ? 0 : 1;
        }
        if (text.length() % STEP == 0) {
            before[text.length() / STEP] = count;
        }
        return before;
    }

    /** Code points before the UTF-16 unit, which must not be the second half of a pair. */
    public int at(int unit) {
        if (before.length == 0) {
            return unit;
        }
        int block = unit / STEP;
        int from = block * STEP;
        // A pair across the block's edge was counted with its first half.
        boolean split = from > 0
                && from < unit
                && Character.isLowSurrogate(text.charAt(from))
                && Character.isHighSurrogate(text.charAt(from - 1));
        return before[block] + text.codePointCount(split ? from + 1 : from, unit);
    }

    /** Up to {@code count} code points before the unit, beginning at a whole character. */
    public String before(int unit, int count) {
        int from = unit;
        for (int i = 0; i < count && from > 0; i++) {
            from = text.offsetByCodePoints(from, -1);
        }
        return text.substring(from == 0 ? 0 : nextCharacter(from, unit), unit);
    }

    /** Up to {@code count} code points from the unit on, ending at a whole character. */
    public String after(int unit, int count) {
        int to = unit;
        for (int i = 0; i < count && to < text.length(); i++) {
            to = text.offsetByCodePoints(to, 1);
        }
        return text.substring(unit, to == text.length() ? to : previousCharacter(to, unit));
    }

    private int nextCharacter(int from, int limit) {
        int at = from;
        while (at < limit && continues(at)) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }

    private int previousCharacter(int to, int limit) {
        int at = to;
        while (at > limit && continues(at)) {
            at = text.offsetByCodePoints(at, -1);
        }
        return at;
    }

    /** Whether the code point belongs to the one before it for a reader: a mark, a joined or toned emoji, a syllable's rest. */
    private boolean continues(int at) {
        int c = text.codePointAt(at);
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == JOINER
                || text.charAt(at - 1) == JOINER
                || (c >= 0x1F3FB && c <= 0x1F3FF)
                || (c >= 0x1160 && c <= 0x11FF);
    }
}
