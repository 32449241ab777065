package io.copytaster.alert.endpoint;

import java.util.random.RandomGenerator;

/** Identity of an endpoint: {@code e_} and 26 characters of a-z2-7, drawn at random. */
public record EndpointId(String value) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    public EndpointId {
        if (!isEndpointId(value)) {
            throw new IllegalArgumentException(
                    "expected an endpoint id of the form e_ and " + LENGTH + " characters of a-z2-7, got " + value);
        }
    }

    /** Whether a text has the form of an endpoint's identity. */
    public static boolean isEndpointId(String text) {
        return text.matches("e_[a-z2-7]{" + LENGTH + "}");
    }

    static EndpointId random(RandomGenerator random) {
        var text = new StringBuilder("e_");
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new EndpointId(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
