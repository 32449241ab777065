package io.copytaster.alert.watch;

import java.time.Instant;

/**
 * A standing interest of a subscriber, as of one revision.
 *
 * @param id given by us
 * @param subscriberId whose it is
 * @param draft what its owner decides
 * @param grammar version of the query language that its query is written in
 * @param state whether it matches
 * @param revision of all watches, rises with every change of any
 * @param createdAt when it was made
 * @param changedAt when this revision was made
 */
public record Watch(
        WatchId id,
        String subscriberId,
        WatchDraft draft,
        int grammar,
        WatchState state,
        long revision,
        Instant createdAt,
        Instant changedAt) {

    /** Whether it matches articles. */
    public boolean isActive() {
        return state instanceof WatchState.Active;
    }
}
