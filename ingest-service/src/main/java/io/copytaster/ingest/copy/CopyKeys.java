package io.copytaster.ingest.copy;

import java.util.Arrays;

/** Chooses the keys of a sketch: its smallest passages, and the smallest of its opening, where page furniture is rarest. */
final class CopyKeys {

    /** The most keys of a text. */
    static final int MOST = 12;

    private static final int OF_OPENING = 4;

    private final TextSketch sketch;
    private final long[] keys = new long[MOST];
    private int count;

    private CopyKeys(TextSketch sketch) {
        this.sketch = sketch;
    }

    static long[] of(TextSketch sketch) {
        if (sketch.passages() < CopyJudge.FEWEST_PASSAGES) {
            return new long[0];
        }
        CopyKeys keys = new CopyKeys(sketch);
        keys.take(OF_OPENING, TextSketch.OPENING);
        keys.take(MOST, 0);
        return Arrays.copyOf(keys.keys, keys.count);
    }

    private void take(int limit, int wanted) {
        for (int i = 0; i < sketch.passages() && count < limit; i++) {
            int follower = sketch.mark(i) & ~TextSketch.OPENING;
            if (follower != TextSketch.NO_FOLLOWER && (sketch.mark(i) & wanted) == wanted) {
                add(Integer.toUnsignedLong(sketch.passage(i)) << TextSketch.FOLLOWER_BITS | follower);
            }
        }
    }

    private void add(long key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return;
            }
        }
        keys[count++] = key;
    }
}
