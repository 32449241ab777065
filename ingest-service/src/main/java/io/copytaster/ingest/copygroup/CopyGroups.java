package io.copytaster.ingest.copygroup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The copy groups of a stretch of time, in memory: for tools and measurements, and the reference for every other store. Members leave when
 * they are older than the look-back, or when there are more than the capacity, oldest arrivals first; the latter are counted in
 * {@link #forgottenEarly()}. Restored with the same members in the same order it answers the same. About 1.5 kB per member. For one thread.
 *
 * @param <I> identities of articles
 */
public final class CopyGroups<I> {

    /** How far apart a text and its copy may be. */
    public static final Duration USUAL_LOOK_BACK = Duration.ofDays(7);
    /** Seven days at about 1.6 articles a second. */
    public static final int USUAL_CAPACITY = 1_000_000;

    private static final int LARGEST_CAPACITY = 1 << 26;
    private static final int FIRST_RING = 256;

    private final Duration lookBack;
    private final int capacity;
    private final CopyChoice choice;
    private final Map<I, Long> numbers = new HashMap<>();
    private @Nullable CopyMember<I>[] members = ring(FIRST_RING);
    private MemberIndex index = new MemberIndex(FIRST_RING);
    private long oldest;
    private long next;
    private long forgottenEarly;

    /** @param capacity the most members, from 1 to 67,108,864 */
    public CopyGroups(Duration lookBack, int capacity) {
        if (capacity < 1 || capacity > LARGEST_CAPACITY) {
            throw new IllegalArgumentException(
                    "expected a capacity from 1 to " + LARGEST_CAPACITY + " members, got " + capacity);
        }
        this.lookBack = lookBack;
        this.capacity = capacity;
        this.choice = new CopyChoice(lookBack);
    }

    /** Groups with the usual look-back and capacity. */
    public CopyGroups() {
        this(USUAL_LOOK_BACK, USUAL_CAPACITY);
    }

    /** Places a newcomer and remembers it; an article that is remembered already keeps its group, whatever its text is now. */
    public Placement<I> place(Newcomer<I> newcomer) {
        Long known = numbers.get(newcomer.id());
        if (known != null) {
            return new Placement<>(member(known).group(), null);
        }
        forgetBefore(newcomer.at().minus(lookBack));
        long[] keys = newcomer.sketch().keys();
        Optional<CopyMatch<I>> match = choice.best(newcomer, candidates(keys));
        I group = match.map(found -> found.original().group()).orElse(newcomer.id());
        remember(new CopyMember<>(newcomer, group), keys);
        return new Placement<>(group, match.orElse(null));
    }

    /** Remembers a member as it was placed before, for example after a restart; in the order of placing. */
    public void restore(CopyMember<I> member) {
        if (!numbers.containsKey(member.article().id())) {
            forgetBefore(member.article().at().minus(lookBack));
            remember(member, member.article().sketch().keys());
        }
    }

    /** The members that are remembered, in the order of placing. */
    public List<CopyMember<I>> members() {
        List<CopyMember<I>> all = new ArrayList<>(numbers.size());
        for (long number = oldest; number < next; number++) {
            all.add(member(number));
        }
        return all;
    }

    public int size() {
        return numbers.size();
    }

    /** How many members had to leave within the look-back, because there were more than the capacity. */
    public long forgottenEarly() {
        return forgottenEarly;
    }

    private List<CopyMember<I>> candidates(long[] keys) {
        List<CopyMember<I>> found = new ArrayList<>();
        for (long number : index.find(keys, oldest, next - 1)) {
            found.add(member(number));
        }
        return found;
    }

    private void remember(CopyMember<I> member, long[] keys) {
        if (next - oldest == capacity) {
            forgetOldest();
            forgottenEarly++;
        }
        if (next - oldest == members.length) {
            grow();
        }
        members[(int) (next % members.length)] = member;
        index.add(next, keys);
        numbers.put(member.article().id(), next);
        next++;
    }

    private void forgetBefore(Instant start) {
        while (oldest < next && member(oldest).article().at().isBefore(start)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        numbers.remove(member(oldest).article().id());
        members[(int) (oldest % members.length)] = null;
        oldest++;
    }

    private void grow() {
        List<CopyMember<I>> kept = members();
        int size = (int) Math.min(capacity, members.length * 2L);
        members = ring(size);
        index = new MemberIndex(size);
        long number = oldest;
        for (CopyMember<I> member : kept) {
            members[(int) (number % size)] = member;
            index.add(number++, member.article().sketch().keys());
        }
    }

    private CopyMember<I> member(long number) {
        CopyMember<I> member = members[(int) (number % members.length)];
        if (member == null) {
            throw new IllegalStateException("expected a member with number " + number + ", got none");
        }
        return member;
    }

    @SuppressWarnings("unchecked")
    private static <I> @Nullable CopyMember<I>[] ring(int size) {
        return (@Nullable CopyMember<I>[]) new CopyMember<?>[size];
    }
}
