package io.copytaster.ingest.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** A text and a place in it. Not thread-safe. */
final class Source {

    private final String text;
    private final Map<String, Integer> absentFrom = new HashMap<>();
    private int position;

    Source(String text) {
        this.text = text;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    int position() {
        return position;
    }

    int length() {
        return text.length();
    }

    boolean isAtEnd() {
        return position >= text.length();
    }

    boolean at(String expected) {
        return text.startsWith(expected, position);
    }

    /** The character so many after this place, NUL beyond the end. */
    char peek(int offset) {
        return position + offset < text.length() ? text.charAt(position + offset) : 0;
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    void moveTo(int place) {
        position = Math.min(place, text.length());
    }

    void skipBlanks() {
        skipWhile(Source::isBlank);
    }

    void skipWhile(IntPredicate fits) {
        while (position < text.length() && fits.test(text.charAt(position))) {
            position++;
        }
    }

    char firstAfterBlanks(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Where something comes next, or -1. What is missing is looked for once only, else a page of openers costs its square. */
    int find(String wanted, int from) {
        if (from >= absentFrom.getOrDefault(wanted, Integer.MAX_VALUE)) {
            return -1;
        }
        int found = text.indexOf(wanted, from);
        if (found < 0) {
            absentFrom.merge(wanted, from, Math::min);
        }
        return found;
    }
}
