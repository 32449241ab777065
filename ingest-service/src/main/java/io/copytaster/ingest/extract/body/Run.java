package io.copytaster.ingest.extract.body;

/**
 * A piece of text that stands on its own: what a browser would set as one paragraph, cell or line.
 *
 * @param text white space collapsed, line breaks kept; never blank
 * @param box the innermost box that holds all of it
 * @param letters letters and digits; a character of an unspaced script counts for three
 * @param linked how many of the letters stand in links
 */
record Run(String text, Box box, int letters, int linked) {

    private static final int LETTERS_PER_IDEOGRAPH = 3;
    private static final int SHORTEST_PROSE = 60;
    private static final double MOST_LINKED_PROSE = 0.4;

    static Run of(String text, Box box, int linked) {
        return new Run(text, box, letters(text), linked);
    }

    /** The weight of a text: how much there is to read. */
    static int letters(CharSequence text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                letters += isAsciiLetterOrDigit(c) ? 1 : 0;
            } else if (Character.isLetterOrDigit(c)) {
                letters += isUnspaced(c) ? LETTERS_PER_IDEOGRAPH : 1;
            }
        }
        return letters;
    }

    /** The share of the letters that stand in links, 0 to 1. */
    double linkShare() {
        return letters == 0 ? 0 : Math.min(1, (double) linked / letters);
    }

    boolean isHeading() {
        return box.isHeading();
    }

    /** Whether it reads like a paragraph. */
    boolean isProse() {
        return letters >= SHORTEST_PROSE && linkShare() < MOST_LINKED_PROSE && !isHeading();
    }

    /** Whether it ends as sentences do, in whatever script. */
    boolean endsSentence() {
        return ".!?…:;»”\"'’。！？」』।؟۔)]".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isUnspaced(char c) {
        return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0x0e00 && c <= 0x0eff);
    }
}
