package io.copytaster.alert.endpoint;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** A signing secret, written {@code whsec_} and base64. Prints as {@code ***}. Immutable. */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final int GENERATED = 32;
    private static final int SHORTEST = 24;
    private static final int LONGEST = 75;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret random(RandomGenerator random) {
        var key = new byte[GENERATED];
        random.nextBytes(key);
        return new Secret(key);
    }

    static Secret ofKey(byte[] key) {
        return new Secret(key.clone());
    }

    /**
     * Reads a secret that a subscriber brings along: {@code whsec_} with base64, padded or not, of 24 to 75 bytes. An
     * empty one is refused: whoever signs with an empty key can be forged by anybody.
     *
     * @throws IllegalArgumentException without the secret in its message
     */
    public static Secret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("expected a secret that starts with " + PREFIX);
        }
        var key = decoded(text.substring(PREFIX.length()));
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a secret of " + SHORTEST + " to " + LONGEST + " bytes after decoding, got " + key.length);
        }
        return new Secret(key);
    }

    /** The decoded bytes: what a signature is made with. */
    public byte[] key() {
        return key.clone();
    }

    /** The whole secret in clear, for the one time that it is shown. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected standard base64 after " + PREFIX, e);
        }
    }
}
