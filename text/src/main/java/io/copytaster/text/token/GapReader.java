package io.copytaster.text.token;

import io.copytaster.text.fold.FoldedText;

/** Judges what stands between two tokens. */
final class GapReader {

    private static final String JOINING = "'-\u00B7\u30FB\u2027\u2022\uFF65=+";
    private static final String SPACING = " \t\"&\u300C\u300D\u300E\u300F\u300A\u300B\u3008\u3009\u2039\u203A";
    private static final String SENTENCE_ENDS =
            "!?\u3002\u0964\u0965\u061F\u06D4\u1362\u1367\u037E\n\r\u0085\u2028\u2029\u000B\u000C";
    /** Words this short before a full stop are abbreviations: St., Mr., J. */
    private static final int ABBREVIATION = 3;

    private final FoldedText text;

    GapReader(FoldedText text) {
        this.text = text;
    }

    Gap read(int from, int to, int wordLengthBefore) {
        boolean space = false;
        int dots = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (SPACING.indexOf(c) >= 0) {
                space |= c != '"' || to - from > 1;
            } else if (JOINING.indexOf(c) < 0 && !isSoft(c)) {
                return Gap.STOP;
            } else if (c == '-' && to - from > 1) {
                // A dash between spaces separates; a hyphen joins.
                return Gap.STOP;
            }
        }
        return dots == 0 ? space ? Gap.SPACE : Gap.JOINED : dotted(dots, space, wordLengthBefore);
    }

    private static Gap dotted(int dots, boolean space, int wordLengthBefore) {
        return dots == 1 && (!space || wordLengthBefore <= ABBREVIATION) ? Gap.DOT : Gap.STOP;
    }

    /** Vowel points and other marks that no word carries. */
    private static boolean isSoft(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    boolean endsSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean dotBeforeSpace = c == '.' && (i + 1 == text.length() || i + 1 < to);
            if (dotBeforeSpace || SENTENCE_ENDS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
