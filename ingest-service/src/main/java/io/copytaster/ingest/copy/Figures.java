package io.copytaster.ingest.copy;

import java.util.Arrays;

/** The numbers of a text, each by the words around it; those with the smallest hashes. */
final class Figures {

    static final int VALUE_BITS = 12;

    private final int[] slots;
    private final boolean all;

    private Figures(int[] slots, boolean all) {
        this.slots = slots;
        this.all = all;
    }

    /** 20 bits of surroundings, 12 bits of value; unsigned, ascending. */
    int[] slots() {
        return slots;
    }

    /** Whether the text has no other numbers. */
    boolean all() {
        return all;
    }

    /** Of several numbers with the same surroundings none is kept: which one would answer to which cannot be said. */
    static Figures select(int[] found, int count) {
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = found[i] ^ Integer.MIN_VALUE;
        }
        Arrays.sort(sorted);
        int[] slots = new int[TextSketch.MOST_FIGURES];
        int kept = 0;
        for (int start = 0, end; start < count; start = end) {
            end = endOfGroup(sorted, start);
            if (sorted[start] == sorted[end - 1]) {
                if (kept == slots.length) {
                    return new Figures(slots, false);
                }
                slots[kept++] = sorted[start] ^ Integer.MIN_VALUE;
            }
        }
        return new Figures(Arrays.copyOf(slots, kept), true);
    }

    private static int endOfGroup(int[] sorted, int start) {
        int end = start + 1;
        while (end < sorted.length && surroundings(sorted[end]) == surroundings(sorted[start])) {
            end++;
        }
        return end;
    }

    static int surroundings(int slot) {
        return slot >>> VALUE_BITS;
    }
}
