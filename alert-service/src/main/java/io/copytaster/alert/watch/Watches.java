package io.copytaster.alert.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All watches. A subscriber reaches only its own: another's is as if it did not exist. Every change takes the next
 * revision and becomes visible in the order of revisions.
 */
public interface Watches {

    /** Adds a watch. */
    Watch add(String subscriberId, WatchDraft draft);

    /** One watch that is not deleted. */
    Optional<Watch> find(String subscriberId, WatchId id);

    /** The subscriber's watches in the order of their ids; with {@code after}, those behind it. */
    List<Watch> list(String subscriberId, @Nullable WatchId after, int limit);

    /** Replaces what the owner decides; with {@code expected}, only if that is still the revision. */
    WatchChange change(String subscriberId, WatchId id, WatchDraft draft, @Nullable Long expected);

    /** Deletes a watch; with {@code expected}, only if that is still the revision. */
    WatchChange remove(String subscriberId, WatchId id, @Nullable Long expected);

    /** Takes a watch out of service because its stored query cannot be used; only if it still has this revision. */
    void disable(WatchId id, long revision, String reason);

    /**
     * The watches with a revision above this one, deleted ones included, in the order of revisions. Answers from the
     * primary: what was committed before the call is in it.
     */
    List<Watch> changedSince(long revision, int limit);

    /** These watches, deleted ones included; they stay as they are until the caller's transaction ends. */
    Map<WatchId, Watch> locked(Collection<WatchId> ids);

    /** Forgets watches that were deleted before this instant. */
    int purge(Instant deletedBefore);
}
