package io.copytaster.text.fold;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** How single characters fold; characters of the first plane come from a table computed once. */
final class FoldTable {

    static final char COMPLEX = '\u0000';
    static final char DROPPED = '\uFFFF';

    private static final char FIRST_MARK = '\u0300';
    private static final String APOSTROPHES =
            "'\u2019\u2018\u201B\u02BC\u02B9\u02BB\u02B8\u2032`\u00B4\u055A\uA78C\u05F3";
    private static final String DOUBLE_QUOTES = "\"\u201C\u201D\u201E\u201F\u2033\u05F4\u00AB\u00BB";
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05BE\u30A0\uFE58\uFE63\uFF0D";
    /** Signs set small beside a word: they are no part of it. */
    private static final String BESIDE_WORDS = "\u2122\u2120\u00AE\u00A9\u00AA\u00BA";

    /** Second halves of the composed characters that keep their mark: short i, voiced Kana, vowel signs of India. */
    private static final String COMPOSING =
            "\u0306\u3099\u309A\uFF9E\uFF9F\u093C\u09BE\u09D7\u0B3E\u0B56\u0B57\u0BBE\u0BD7"
                    + "\u0C56\u0CC2\u0CD5\u0CD6\u0D3E\u0D57\u0DCA\u0DCF\u0DDF\u102E\u1B35";

    private static final char[] SIMPLE = table();

    private FoldTable() {}

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = isPlain(c) ? (char) c : single(foldCodePoint(c));
        }
        table[0] = ' ';
        table[0xFFFF] = ' ';
        return table;
    }

    private static boolean isPlain(int c) {
        return lies(c, 0x3400, 0x9FFF) || lies(c, 0xAC00, 0xD7A3) || lies(c, 0xE000, 0xF8FF);
    }

    private static boolean lies(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static char single(String folded) {
        return switch (folded.length()) {
            case 0 -> DROPPED;
            case 1 -> folded.charAt(0);
            default -> COMPLEX;
        };
    }

    /** The folded character, {@link #DROPPED}, or {@link #COMPLEX} where one becomes several or belongs to a pair. */
    static char simple(char c) {
        return Character.isSurrogate(c) ? COMPLEX : SIMPLE[c];
    }

    /** Whether the character may compose with the one before it to something that folding keeps. */
    static boolean joinsPrevious(char c) {
        return c >= 0x306 && (lies(c, 0x1160, 0x11FF) || COMPOSING.indexOf(c) >= 0);
    }

    static boolean mayJoinPrevious(char c) {
        return c >= FIRST_MARK && (isMark(c) || joinsPrevious(c));
    }

    /** Whether the character is an accent or point that belongs to the one before it. */
    static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static String foldCodePoint(int c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            return " ";
        }
        if (Character.getType(c) == Character.FORMAT || c == 0x640 || lies(c, 0xFE00, 0xFE0F)) {
            return "";
        }
        if (BESIDE_WORDS.indexOf(c) >= 0 || isSmallDigit(c)) {
            return " ";
        }
        String composed = Normalizer.normalize(Character.toString(c), Form.NFKC);
        return spelledAlike(withoutMarks(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
    }

    /** Raised and lowered digits are references to notes. */
    private static boolean isSmallDigit(int c) {
        return c == 0xB2 || c == 0xB3 || c == 0xB9 || lies(c, 0x2070, 0x209C);
    }

    private static String withoutMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> appendUnmarked(kept, c));
        return kept.toString();
    }

    private static void appendUnmarked(StringBuilder kept, int c) {
        if (c == 'й' || !losesMarks(c)) {
            kept.appendCodePoint(c);
            return;
        }
        Normalizer.normalize(Character.toString(c), Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
    }

    private static boolean losesMarks(int c) {
        return switch (UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
            case INHERITED -> c != 0x3099 && c != 0x309A;
            default -> false;
        };
    }

    private static String spelledAlike(String text) {
        StringBuilder alike = new StringBuilder(text.length());
        text.codePoints().map(FoldTable::alike).forEach(alike::appendCodePoint);
        return alike.toString();
    }

    private static int alike(int c) {
        if (APOSTROPHES.indexOf(c) >= 0) {
            return '\'';
        }
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (Character.isSpaceChar(c) && c != 0x2028 && c != 0x2029) {
            return ' ';
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        return alikeLetter(c);
    }

    private static int alikeLetter(int c) {
        return switch (c) {
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ħ' -> 'h';
            case 'ı' -> 'i';
            case 'ى', 'ی', 'ې' -> 'ي';
            case 'ک', 'ڪ' -> 'ك';
            case 'ة', 'ہ', 'ھ', 'ە', 'ۃ', 'ۂ' -> 'ه';
            case 'ٱ' -> 'ا';
            default -> c;
        };
    }
}
