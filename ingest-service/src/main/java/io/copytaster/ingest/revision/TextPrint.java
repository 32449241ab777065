package io.copytaster.ingest.revision;

import io.copytaster.ingest.article.ArticleText;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The fingerprint of a text: a hash of the headline, and of each sentence of the body a hash and its length. Enough to say what changed
 * between two texts, and nothing of the text can be read back from it. At most {@value #LARGEST} bytes.
 */
public final class TextPrint {

    /** The most sentences that are told apart; the last one holds the rest of a longer text. */
    public static final int MOST_SENTENCES = 500;
    /** The most bytes of a fingerprint. */
    public static final int LARGEST = 6_009;

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + Long.BYTES;
    private static final int SENTENCE = Long.BYTES + Integer.BYTES;

    private final long headline;
    private final long[] hashes;
    private final int[] lengths;

    TextPrint(long headline, long[] hashes, int[] lengths) {
        this.headline = headline;
        this.hashes = hashes;
        this.lengths = lengths;
    }

    /** The fingerprint of an article's text; equal where nothing but white space or normal form differs. */
    public static TextPrint of(ArticleText text) {
        return new SentencePrinter(text).print();
    }

    /**
     * A fingerprint from its bytes.
     *
     * @throws IllegalArgumentException if they are of another version, or no fingerprint
     */
    public static TextPrint ofBytes(byte[] bytes) {
        if (bytes.length < HEADER
                || bytes.length > LARGEST
                || (bytes.length - HEADER) % SENTENCE != 0
                || bytes[0] != VERSION) {
            throw new IllegalArgumentException(
                    "expected a fingerprint of version " + VERSION + ", got " + bytes.length + " other bytes");
        }
        var buffer = ByteBuffer.wrap(bytes).position(1);
        long headline = buffer.getLong();
        int count = (bytes.length - HEADER) / SENTENCE;
        var hashes = new long[count];
        var lengths = new int[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = buffer.getLong();
            lengths[i] = buffer.getInt();
        }
        return new TextPrint(headline, hashes, lengths);
    }

    public byte[] toBytes() {
        var buffer = ByteBuffer.allocate(HEADER + hashes.length * SENTENCE);
        buffer.put(VERSION).putLong(headline);
        for (int i = 0; i < hashes.length; i++) {
            buffer.putLong(hashes[i]).putInt(lengths[i]);
        }
        return buffer.array();
    }

    long headline() {
        return headline;
    }

    int sentences() {
        return hashes.length;
    }

    long sentence(int index) {
        return hashes[index];
    }

    /** Code points of the body before that sentence. */
    int startOf(int index) {
        return Arrays.stream(lengths, 0, index).sum();
    }

    /** Code points of the body. */
    int length() {
        return startOf(lengths.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPrint print && Arrays.equals(toBytes(), print.toBytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(headline) + 31 * Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "TextPrint[sentences=" + hashes.length + ", length=" + length() + "]";
    }
}
