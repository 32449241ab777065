package io.copytaster.alert.watch;

import java.util.random.RandomGenerator;

/** Identity of a watch: {@code w_} and 26 characters of a-z2-7, drawn at random. */
public record WatchId(String value) implements Comparable<WatchId> {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    public WatchId {
        if (!isWatchId(value)) {
            throw new IllegalArgumentException(
                    "expected a watch id of the form w_ and " + LENGTH + " characters of a-z2-7, got " + value);
        }
    }

    /** Whether a text has the form of a watch's identity. */
    public static boolean isWatchId(String text) {
        return text.length() == LENGTH + 2
                && text.startsWith("w_")
                && text.chars().skip(2).allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** A new identity. */
    public static WatchId random(RandomGenerator random) {
        var text = new StringBuilder("w_");
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new WatchId(text.toString());
    }

    @Override
    public int compareTo(WatchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
