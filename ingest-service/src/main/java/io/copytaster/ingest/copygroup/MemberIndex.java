package io.copytaster.ingest.copygroup;

import java.util.Arrays;

/**
 * Finds members by key: chains of entries in a ring, latest first. An entry is overwritten by that of a later member; a chain that meets one
 * ends there, so nothing is ever removed and memory stays as it was allotted. For one thread.
 */
public final class MemberIndex {

    private static final int KEYS = 12;
    private static final int NONE = -1;

    private final int ring;
    private final int[] heads;
    private final int[] tags;
    private final int[] nexts;
    private final byte[] counts;

    /** An empty index; {@code ring} is how many members are remembered. */
    public MemberIndex(int ring) {
        this.ring = ring;
        heads = new int[Integer.highestOneBit(Math.max(1, ring * KEYS - 1)) << 1];
        tags = new int[ring * KEYS];
        nexts = new int[ring * KEYS];
        counts = new byte[ring];
        Arrays.fill(heads, NONE);
    }

    /** Adds a member; {@code number} counts them without gaps. */
    public void add(long number, long[] keys) {
        int slot = (int) (number % ring);
        int base = slot * KEYS;
        counts[slot] = (byte) Math.min(keys.length, KEYS);
        for (int i = 0; i < counts[slot]; i++) {
            long mixed = mixed(keys[i]);
            int head = head(mixed);
            tags[base + i] = (int) mixed;
            nexts[base + i] = heads[head];
            heads[head] = base + i;
        }
    }

    /** The members, from the given oldest to the given latest, that share keys; those that share most first, later ones first among equals. */
    public long[] find(long[] keys, long oldest, long latest) {
        long[] hits = new long[keys.length * CopyChoice.MOST_PER_KEY];
        int count = 0;
        for (long key : keys) {
            count = follow(mixed(key), oldest, latest, hits, count);
        }
        return ranked(hits, count, oldest);
    }

    private int follow(long mixed, long oldest, long latest, long[] hits, int from) {
        int count = from;
        long before = Long.MAX_VALUE;
        int entry = heads[head(mixed)];
        while (entry != NONE && count < from + CopyChoice.MOST_PER_KEY) {
            long number = number(entry / KEYS, latest);
            long age = number * KEYS + entry % KEYS;
            boolean overwritten = age >= before || entry % KEYS >= counts[entry / KEYS];
            if (overwritten || number < oldest) {
                return count;
            }
            if (tags[entry] == (int) mixed) {
                hits[count++] = number;
            }
            before = age;
            entry = nexts[entry];
        }
        return count;
    }

    private long number(int slot, long latest) {
        return latest - Math.floorMod(latest - slot, ring);
    }

    private static long[] ranked(long[] hits, int count, long oldest) {
        Arrays.sort(hits, 0, count);
        long[] ranks = new long[count];
        int members = 0;
        for (int start = 0, end; start < count; start = end) {
            end = start + 1;
            while (end < count && hits[end] == hits[start]) {
                end++;
            }
            ranks[members++] = -((long) (end - start) << 32 | hits[start] - oldest);
        }
        Arrays.sort(ranks, 0, members);
        return Arrays.stream(ranks, 0, Math.min(members, CopyChoice.MOST_CANDIDATES))
                .map(rank -> (-rank & 0xFFFFFFFFL) + oldest)
                .toArray();
    }

    private int head(long mixed) {
        return (int) (mixed >>> 32) & heads.length - 1;
    }

    private static long mixed(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
