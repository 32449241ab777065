package io.copytaster.ingest.source;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Identity of a feed: {@code f_} and 26 characters by chance, because a feed stays itself when its URL changes. */
public record FeedId(String value) {

    private static final Pattern FORM = Pattern.compile("f_[a-z2-7]{26}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    public FeedId {
        if (!isFeedId(value)) {
            throw new IllegalArgumentException("expected f_ and 26 characters of a-z2-7");
        }
    }

    /** A new identity. */
    static FeedId next() {
        var id = new StringBuilder("f_");
        RANDOM.ints(26, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return new FeedId(id.toString());
    }

    /** Whether a text has the form of an identity. */
    public static boolean isFeedId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
