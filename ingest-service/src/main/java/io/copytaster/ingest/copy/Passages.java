package io.copytaster.ingest.copy;

import java.util.Arrays;

/** The passages of a text with the smallest hashes. */
final class Passages {

    private static final long LOW = 0xFFFFFFFFL;

    private final int[] hashes;
    private final byte[] marks;
    private final boolean all;

    private Passages(int[] hashes, byte[] marks, boolean all) {
        this.hashes = hashes;
        this.marks = marks;
        this.all = all;
    }

    /** Unsigned, strictly ascending. */
    int[] hashes() {
        return hashes;
    }

    /** Of each passage, as {@link TextSketch#mark} says. */
    byte[] marks() {
        return marks;
    }

    /** Whether the text has no other passages. */
    boolean all() {
        return all;
    }

    /**
     * Selects from all passages of a text.
     *
     * @param found hash in the upper half, in the lower half the number of the passage in the text
     * @param marks by number of the passage
     * @param count how many of both are filled
     */
    static Passages select(long[] found, byte[] marks, int count) {
        int kept = count;
        if (count > 4 * TextSketch.MOST_PASSAGES) {
            kept = small(found, count);
        }
        Passages selected = distinct(sorted(found, kept), marks, kept == count);
        return selected.hashes.length < TextSketch.MOST_PASSAGES && kept < count
                ? distinct(sorted(found, count), marks, true)
                : selected;
    }

    /** Moves the hashes that can be among the smallest to the front, so that a long text needs no long sort. */
    private static int small(long[] found, int count) {
        long limit = (LOW + 1) / count * (2 * TextSketch.MOST_PASSAGES);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (found[i] >>> 32 < limit) {
                long moved = found[kept];
                found[kept++] = found[i];
                found[i] = moved;
            }
        }
        return kept;
    }

    private static long[] sorted(long[] found, int count) {
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = found[i] ^ Long.MIN_VALUE;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static Passages distinct(long[] sorted, byte[] marks, boolean complete) {
        int[] hashes = new int[Math.min(sorted.length, TextSketch.MOST_PASSAGES)];
        byte[] kept = new byte[hashes.length];
        int count = 0;
        for (long value : sorted) {
            int hash = (int) ((value ^ Long.MIN_VALUE) >>> 32);
            byte mark = marks[(int) value];
            if (count > 0 && hashes[count - 1] == hash) {
                kept[count - 1] = merged(kept[count - 1], mark);
            } else if (count == hashes.length) {
                return new Passages(hashes, kept, false);
            } else {
                hashes[count] = hash;
                kept[count++] = mark;
            }
        }
        return new Passages(Arrays.copyOf(hashes, count), Arrays.copyOf(kept, count), complete);
    }

    /** What a text continues in two ways tells nothing about what follows. */
    private static byte merged(byte first, byte next) {
        int opening = (first | next) & TextSketch.OPENING;
        int follower = first & ~TextSketch.OPENING;
        return (byte) (follower == (next & ~TextSketch.OPENING) ? opening | follower : opening);
    }
}
