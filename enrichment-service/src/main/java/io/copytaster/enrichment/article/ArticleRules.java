package io.copytaster.enrichment.article;

import java.util.Optional;

/** What an article's text must be like, and the spelling in which it is stored: CRLF becomes LF. */
public final class ArticleRules {

    /** Bound on headline and body together, in UTF-16 units. */
    public static final int LONGEST_TEXT = 1024 * 1024;

    private ArticleRules() {}

    /** Line ends as we store them. */
    public static String stored(String text) {
        return text.replace("\r\n", "\n");
    }

    /** What is wrong with the text of a field, if anything. */
    public static Optional<String> complaint(String text) {
        if (text.indexOf('\u0000') >= 0) {
            return Optional.of("expected text, got the character NUL; remove it");
        }
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                return Optional.of("expected Unicode text, got half a surrogate pair at UTF-16 position " + i
                        + "; send the whole character");
            }
        }
        return Optional.empty();
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
