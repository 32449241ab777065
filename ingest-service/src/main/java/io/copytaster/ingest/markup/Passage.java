package io.copytaster.ingest.markup;

import java.util.List;

/**
 * What is left of a piece of markup.
 *
 * @param text plain text, blocks apart by an empty line, never markup
 * @param links addresses it links to or shows, http and https only, each once, in order; relative only where no base is known
 * @param linksOmitted links beyond the bound
 */
public record Passage(String text, List<String> links, int linksOmitted) {

    /** No text at all. */
    public static final Passage EMPTY = plain("");

    public Passage {
        links = List.copyOf(links);
    }

    /** A text that is not markup. */
    public static Passage plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Passage(text.substring(start, end), List.of(), 0);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
