package io.copytaster.ingest.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of a text to recognise its copies: at most {@value #LARGEST} bytes, the same bytes for the same text on every
 * machine and after every restart.
 *
 * <p>It holds a sample of the text's <em>passages</em> and of its <em>figures</em>. A passage is three words in a row of one
 * sentence, or five characters in unspaced scripts, together with the word that follows. A figure is a number with the words
 * around it. Both samples are the smallest hashes (a bottom-k sketch: Broder, "On the resemblance and containment of
 * documents", 1997), so that any two sketches can be compared, whatever the lengths of their texts.
 *
 * <p>Texts differ, sketches differ with all but negligible probability; nothing of the text can be read back from one. Immutable, safe
 * for threads. Sketches of another {@link #VERSION} cannot be compared and are refused.
 */
public final class TextSketch {

    /** Raised whenever folding, tokens, hashing or layout change. */
    public static final int VERSION = 1;
    /** The most bytes that a sketch takes. */
    public static final int LARGEST = 1072;

    static final int MOST_PASSAGES = 192;
    static final int MOST_FIGURES = 24;
    static final int FOLLOWER_BITS = 7;
    /** The passage starts within the opening of its text. */
    static final int OPENING = 1 << FOLLOWER_BITS;
    /** No word follows in the sentence, or not always the same. */
    static final int NO_FOLLOWER = 0;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int AT_WORDING = 4;
    private static final int AT_TOKENS = 12;
    private static final int HEADER = 16;
    private static final int ALL_PASSAGES = 1;
    private static final int ALL_FIGURES = 2;

    private final byte[] bytes;

    private TextSketch(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The sketch of an article's text. Headlines are rewritten by everyone, so the body alone counts, unless it is too short to
     * say anything.
     */
    public static TextSketch of(String headline, String body) {
        return Sketcher.sketch(headline, body);
    }

    static TextSketch of(long wording, int tokens, Passages passages, Figures figures) {
        int passageCount = passages.hashes().length;
        int figureCount = figures.slots().length;
        byte[] bytes = new byte[HEADER + 5 * passageCount + 4 * figureCount];
        bytes[0] = VERSION;
        bytes[1] = (byte) ((passages.all() ? ALL_PASSAGES : 0) | (figures.all() ? ALL_FIGURES : 0));
        bytes[2] = (byte) passageCount;
        bytes[3] = (byte) figureCount;
        LONG.set(bytes, AT_WORDING, wording);
        INT.set(bytes, AT_TOKENS, tokens);
        int at = HEADER;
        for (int hash : passages.hashes()) {
            INT.set(bytes, at, hash);
            at += 4;
        }
        System.arraycopy(passages.marks(), 0, bytes, at, passageCount);
        at += passageCount;
        for (int slot : figures.slots()) {
            INT.set(bytes, at, slot);
            at += 4;
        }
        return new TextSketch(bytes);
    }

    /**
     * A sketch from its bytes.
     *
     * @throws IllegalArgumentException if they are of another version, or no sketch
     */
    public static TextSketch ofBytes(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw new IllegalArgumentException("expected a text sketch of version " + VERSION + ", got "
                    + (bytes.length < HEADER ? bytes.length + " bytes" : "version " + bytes[0]));
        }
        TextSketch sketch = new TextSketch(bytes.clone());
        int length = HEADER + 5 * sketch.passages() + 4 * sketch.figures();
        if (bytes.length != length
                || sketch.passages() > MOST_PASSAGES
                || sketch.figures() > MOST_FIGURES
                || !sketch.isInOrder()) {
            throw new IllegalArgumentException("expected " + length + " sorted bytes of a text sketch, got "
                    + bytes.length + " bytes that are cut, mixed up or too many");
        }
        return sketch;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The number of words and, in unspaced scripts, characters of the text. */
    public int tokens() {
        return (int) INT.get(bytes, AT_TOKENS);
    }

    /**
     * Where copies of this text are looked for: two texts that are copies share a key, with rare exceptions, and most texts that
     * share none of their passages share no key either. At most {@value CopyKeys#MOST} non-negative numbers without repetition, in
     * a fixed order; none for a text that is too short to have copies.
     */
    public long[] keys() {
        return CopyKeys.of(this);
    }

    /** A hash of all words in order, equal for texts that differ in typography only. */
    long wording() {
        return (long) LONG.get(bytes, AT_WORDING);
    }

    int passages() {
        return bytes[2] & 0xFF;
    }

    int figures() {
        return bytes[3] & 0xFF;
    }

    /** Unsigned, strictly ascending. */
    int passage(int index) {
        return (int) INT.get(bytes, HEADER + 4 * index);
    }

    /** {@link #OPENING} and the follower's hash, which is {@link #NO_FOLLOWER} or from 1 to 127. */
    int mark(int index) {
        return bytes[HEADER + 4 * passages() + index] & 0xFF;
    }

    /** A slot's 20 bits of surroundings and 12 bits of value; unsigned, ascending, each surrounding once. */
    int figure(int index) {
        return (int) INT.get(bytes, HEADER + 5 * passages() + 4 * index);
    }

    /** The largest unsigned passage hash up to which this sketch knows all passages of its text. */
    int passageHorizon() {
        return (bytes[1] & ALL_PASSAGES) != 0 ? -1 : passage(passages() - 1);
    }

    /** The same for the surroundings of figures. */
    int figureHorizon() {
        return (bytes[1] & ALL_FIGURES) != 0 ? -1 : figure(figures() - 1);
    }

    private boolean isInOrder() {
        for (int i = 1; i < passages(); i++) {
            if (Integer.compareUnsigned(passage(i - 1), passage(i)) >= 0) {
                return false;
            }
        }
        for (int i = 1; i < figures(); i++) {
            if (Integer.compareUnsigned(figure(i - 1), figure(i)) >= 0) {
                return false;
            }
        }
        return isSample(ALL_PASSAGES, passages()) && isSample(ALL_FIGURES, figures());
    }

    /** A sample that was cut holds something. */
    private boolean isSample(int flag, int count) {
        return count > 0 || (bytes[1] & flag) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSketch sketch && Arrays.equals(bytes, sketch.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TextSketch[tokens=" + tokens() + ", wording=" + HexFormat.of().toHexDigits(wording()) + "]";
    }
}
