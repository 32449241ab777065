package io.copytaster.ingest.xml;

import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Resolves {@code &…;} in text and attribute values: numbers, and the names of HTML, which feeds use without declaring them. Anything else stays as
 * written. Characters that XML does not allow are left out, numbers 128 to 159 mean windows-1252 as in browsers.
 */
final class CharacterReferences {

    /** The longest name in HTML has 31 characters. */
    private static final int LONGEST = 34;
    /** What windows-1252 has at 128 to 159. */
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private CharacterReferences() {}

    /** The text with its references resolved. */
    static String resolve(String text, Set<XmlFlaw> flaws) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '&' ? reference(text, at, out) : at;
            if (end > at) {
                at = end;
            } else {
                if (c == '&') {
                    flaws.add(XmlFlaw.REFERENCE);
                }
                append(c, text, at, out, flaws);
                at++;
            }
        }
        return out.toString();
    }

    /** The text without the characters that XML does not allow. */
    static String clean(String text, Set<XmlFlaw> flaws) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            append(text.charAt(at), text, at, out, flaws);
        }
        return out.toString();
    }

    private static void append(char c, String text, int at, StringBuilder out, Set<XmlFlaw> flaws) {
        if (c == '\r') {
            if (at + 1 >= text.length() || text.charAt(at + 1) != '\n') {
                out.append('\n');
            }
        } else if (isAllowed(c)) {
            out.append(c);
        } else {
            flaws.add(XmlFlaw.CHARACTER);
        }
    }

    /** Appends what the reference at this place stands for and gives the place after it; the same place where there is none. */
    private static int reference(String text, int at, StringBuilder out) {
        int end = text.substring(at, Math.min(text.length(), at + LONGEST)).indexOf(';');
        if (end < 2) {
            return at;
        }
        String name = text.substring(at + 1, at + end);
        boolean known = name.charAt(0) == '#' ? number(name, out) : named(name, out);
        return known ? at + end + 1 : at;
    }

    private static boolean named(String name, StringBuilder out) {
        String value = name.equals("apos") ? "'" : Entities.getByName(name);
        out.append(value);
        return !value.isEmpty();
    }

    private static boolean number(String name, StringBuilder out) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || digits.length() > 7 || !isNumber(digits, hex ? 16 : 10)) {
            return false;
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        if (code >= 0x80 && code < 0xa0) {
            out.append(WINDOWS_1252.charAt(code - 0x80));
        } else if (code > Character.MAX_CODE_POINT || (code >= 0xd800 && code < 0xe000)) {
            out.append('\ufffd');
        } else if (code > 0xffff || isAllowed((char) code)) {
            out.appendCodePoint(code);
        }
        return true;
    }

    private static boolean isNumber(String digits, int radix) {
        return digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' ? c < '\ufffe' && c != '\u007f' : c == '\n' || c == '\t' || c == '\r';
    }
}
