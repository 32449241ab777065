package io.copytaster.ingest.charset;

/** How much of a document's bytes above ASCII is valid UTF-8. */
final class Utf8Share {

    private static final int MANY_LETTERS = 2;
    /** So many good sequences for a bad byte: a text in UTF-8 with damage, not one in another encoding. */
    private static final int GOOD_FOR_BAD = 4;

    private final byte[] bytes;
    private int good;
    private int bad;

    private Utf8Share(byte[] bytes) {
        this.bytes = bytes;
        int at = 0;
        while (at < bytes.length) {
            int length = sequence(at);
            good += length > 1 ? 1 : 0;
            bad += length == 0 ? 1 : 0;
            at += Math.max(length, 1);
        }
    }

    /** Whether it is valid and has any character beyond ASCII. */
    static boolean hasOnlyUtf8(byte[] bytes) {
        Utf8Share share = new Utf8Share(bytes);
        return share.bad == 0 && share.good > 0;
    }

    static boolean hasManyLetters(byte[] bytes) {
        return new Utf8Share(bytes).good >= MANY_LETTERS;
    }

    static boolean isMostlyUtf8(byte[] bytes) {
        Utf8Share share = new Utf8Share(bytes);
        return share.good > 0 && share.good >= GOOD_FOR_BAD * (long) share.bad;
    }

    /** Length of the character at this place, 0 where there is none. */
    private int sequence(int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
