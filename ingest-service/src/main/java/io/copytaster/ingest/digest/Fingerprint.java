package io.copytaster.ingest.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The first 16 bytes of SHA-256, as 32 hexadecimal digits: the same on every machine, different for different content. */
public final class Fingerprint {

    private static final int BYTES = 16;
    /** No byte of UTF-8, so that texts cannot run into each other. */
    private static final byte END_OF_TEXT = (byte) 0xff;

    private Fingerprint() {}

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** Of texts in their order. */
    public static String of(List<String> texts) {
        var digest = sha256();
        for (var text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update(END_OF_TEXT);
        }
        return hex(digest.digest());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
