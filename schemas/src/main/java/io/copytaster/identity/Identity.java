package io.copytaster.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes identities: a letter, {@code _}, and 26 characters of lower-case base32 (RFC 4648, no padding) for the first
 * 16 bytes of SHA-256 over a tag and the parts, each prefixed with its length in UTF-8 bytes as a big-endian 32-bit
 * integer; an absent part counts as length −1, so absent and empty differ. Published vectors:
 * {@code identity-vectors.json}.
 */
final class Identity {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BYTES = 16;
    private static final int LENGTH = 2 + (BYTES * 8 + 4) / 5;

    private Identity() {}

    static String of(char letter, String tag, @Nullable String... parts) {
        var digest = sha256();
        update(digest, tag);
        for (var part : parts) {
            update(digest, part);
        }
        return letter + "_" + base32(Arrays.copyOf(digest.digest(), BYTES));
    }

    static String checked(char letter, String value) {
        if (value.length() != LENGTH || value.charAt(0) != letter || value.charAt(1) != '_' || !isBase32(value)) {
            throw new IllegalArgumentException(
                    "expected an identity of the form " + letter + "_ and " + (LENGTH - 2) + " characters of a-z2-7");
        }
        return value;
    }

    private static boolean isBase32(String value) {
        return value.chars().skip(2).allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
    }

    private static void update(MessageDigest digest, @Nullable String part) {
        var bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET[(buffer >> bits) & 31]);
            }
        }
        if (bits > 0) {
            text.append(ALPHABET[(buffer << (5 - bits)) & 31]);
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
