package io.copytaster.ingest.markup;

/** Puts text together as a page would show it: blanks collapsed, lines where a line breaks, an empty line between blocks. Not thread-safe. */
final class TextFlow {

    private static final int EMPTY_LINE = 2;

    private final StringBuilder out = new StringBuilder();
    private int breaks;
    private boolean blank;

    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                blank = true;
            } else if (c >= ' ' && c != '\u007f') {
                settle();
                out.append(c);
            }
        }
    }

    void line() {
        breaks = Math.min(breaks + 1, EMPTY_LINE);
    }

    void block() {
        breaks = EMPTY_LINE;
    }

    @Override
    public String toString() {
        return out.toString().strip();
    }

    private void settle() {
        if (!out.isEmpty()) {
            if (breaks > 0) {
                out.repeat('\n', breaks);
            } else if (blank) {
                out.append(' ');
            }
        }
        breaks = 0;
        blank = false;
    }
}
