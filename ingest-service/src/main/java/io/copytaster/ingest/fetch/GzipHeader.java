package io.copytaster.ingest.fetch;

/** The frame around a gzip member (RFC 1952, section 2.3): a header with optional parts, and a trailer with sums. */
final class GzipHeader {

    private static final int FIXED = 10;
    private static final int TRAILER = 8;
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private GzipHeader() {}

    /** Whether a member begins here. */
    static boolean startsAt(byte[] bytes, int at) {
        return at + 1 < bytes.length && (bytes[at] & 0xff) == 0x1f && (bytes[at + 1] & 0xff) == 0x8b;
    }

    /** Where the compressed bytes of the member begin. */
    static int end(byte[] bytes, int at) throws FetchFailedException {
        if (!startsAt(bytes, at)
                || at + FIXED > bytes.length
                || bytes[at + 2] != 8
                || (bytes[at + 3] & RESERVED) != 0) {
            throw ContentDecoding.broken("gzip as the header Content-Encoding says", "something else", null);
        }
        int flags = bytes[at + 3];
        int end = at + FIXED;
        if ((flags & EXTRA) != 0) {
            end = within(bytes, end + 2);
            end = within(bytes, end + (int) little(bytes, end - 2, 2));
        }
        end = (flags & NAME) == 0 ? end : afterZero(bytes, end);
        end = (flags & COMMENT) == 0 ? end : afterZero(bytes, end);
        return within(bytes, (flags & 2) == 0 ? end : end + HEADER_SUM);
    }

    /** Where the member ends whose compressed bytes ended here; its sums must be those of what came out. */
    static int afterTrailer(byte[] bytes, int at, ContentDecoding.Sum output) throws FetchFailedException {
        int end = within(bytes, at + TRAILER);
        if (!output.equals(little(bytes, at, 4), little(bytes, at + 4, 4))) {
            throw ContentDecoding.broken("gzip whose checksum fits", "one whose checksum does not", null);
        }
        return end;
    }

    private static int afterZero(byte[] bytes, int from) throws FetchFailedException {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return within(bytes, at + 1);
    }

    private static int within(byte[] bytes, int end) throws FetchFailedException {
        if (end > bytes.length) {
            throw ContentDecoding.broken("compressed data to its end", "a part of it", null);
        }
        return end;
    }

    private static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }
}
