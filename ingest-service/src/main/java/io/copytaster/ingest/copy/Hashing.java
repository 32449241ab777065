package io.copytaster.ingest.copy;

/**
 * Hashes of sequences, the same on every machine: a polynomial over well-mixed words, so that a window can move along, and the 64-bit
 * finalizer of MurmurHash3 (Appleby, public domain).
 */
final class Hashing {

    static final long START = 0x9E3779B97F4A7C15L;

    private static final long FACTOR = 0x9FB21C651E98DF25L;

    private Hashing() {}

    static long add(long hash, long word) {
        return hash * FACTOR + word;
    }

    /** What a word weighs after so many more were added. */
    static long power(int words) {
        long power = 1;
        for (int i = 0; i < words; i++) {
            power *= FACTOR;
        }
        return power;
    }

    static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
