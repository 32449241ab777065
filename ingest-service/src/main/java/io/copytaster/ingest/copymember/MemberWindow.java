package io.copytaster.ingest.copymember;

import io.copytaster.ingest.copygroup.MemberIndex;
import java.time.Instant;

/**
 * Which numbers of members lie within the window, and which of them share keys with a newcomer: some 200 bytes per member,
 * its sketch lies elsewhere. Numbers have no gaps; what is missing is filled with members that nobody finds. For one thread.
 */
final class MemberWindow {

    private static final long[] NO_KEYS = {};

    private final int ring;
    private final MemberIndex index;
    private final long[] placedAt;
    private long oldest;
    private long next;
    private long forgottenEarly;

    /**
     * @param ring how many members it holds at most
     * @param first the number of the first member
     */
    MemberWindow(int ring, long first) {
        this.ring = ring;
        this.index = new MemberIndex(ring);
        this.placedAt = new long[ring];
        this.oldest = first;
        this.next = first;
    }

    /** The number of the next member. */
    long next() {
        return next;
    }

    int ring() {
        return ring;
    }

    /** How many more members fit before the oldest has to leave. */
    long room() {
        return ring - (next - oldest);
    }

    /** How many members had to leave for lack of room. */
    long forgottenEarly() {
        return forgottenEarly;
    }

    /** Adds a member; the oldest leaves where there is no room. */
    void add(long number, Instant at, long[] keys) {
        while (next < number) {
            append(at, NO_KEYS);
        }
        if (number == next) {
            append(at, keys);
        }
    }

    /** Lets those leave that were placed before that instant, up to the first one that was not. */
    void forgetBefore(Instant start) {
        long millis = start.toEpochMilli();
        while (oldest < next && placedAt[(int) (oldest % ring)] < millis) {
            oldest++;
        }
    }

    /** The members that share keys, as {@link io.copytaster.ingest.copygroup.CopyChoice} wants its candidates. */
    long[] find(long[] keys) {
        return index.find(keys, oldest, next - 1);
    }

    private void append(Instant at, long[] keys) {
        if (next - oldest == ring) {
            oldest++;
            forgottenEarly++;
        }
        placedAt[(int) (next % ring)] = at.toEpochMilli();
        index.add(next, keys);
        next++;
    }
}
