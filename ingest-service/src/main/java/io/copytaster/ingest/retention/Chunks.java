package io.copytaster.ingest.retention;

import java.util.function.IntSupplier;

/** Removes much in small parts, so that no statement holds others up. */
final class Chunks {

    private static final int MOST = 100;

    private Chunks() {}

    /** Repeats a removal until it removes less than a chunk, or often enough for now; the number removed. */
    static int of(int chunk, IntSupplier removal) {
        int total = 0;
        for (int i = 0; i < MOST; i++) {
            int removed = removal.getAsInt();
            total += removed;
            if (removed < chunk) {
                return total;
            }
        }
        return total;
    }
}
