package io.copytaster.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the first bytes of a document give away: a byte order mark, or characters of two or four bytes (XML 1.0, appendix F). */
final class ByteOrder {

    private ByteOrder() {}

    /** The encoding that a byte order mark at the start names. */
    static Optional<Charset> mark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
            return Optional.of(StandardCharsets.UTF_32LE);
        }
        if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_32BE);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xfe, 0xff) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** The encoding that the first character gives away, a character of ASCII in two or four bytes. */
    static Optional<Charset> pattern(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
            zeros = zeros << 1 | (bytes[i] == 0 ? 1 : 0);
        }
        return switch (zeros) {
            case 0b1110 -> Optional.of(StandardCharsets.UTF_32BE);
            case 0b0111 -> Optional.of(StandardCharsets.UTF_32LE);
            case 0b1010, 0b1000 -> Optional.of(StandardCharsets.UTF_16BE);
            case 0b0101, 0b0100 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
