package io.copytaster.alert.match;

import io.copytaster.alert.watch.WatchId;
import io.copytaster.identity.MatchId;
import java.time.Instant;
import java.util.List;

/**
 * An article revision fits a watch, and why.
 *
 * @param id of watch and revision; the same whenever they meet
 * @param watch the watch
 * @param watchRevision as of which it matched
 * @param subscriberId whose watch it is
 * @param article the revision
 * @param reasons in the order of the query
 * @param reasonsOmitted how many more there were
 * @param matchedAt when
 */
public record Match(
        MatchId id,
        WatchId watch,
        long watchRevision,
        String subscriberId,
        ArticleDigest article,
        List<Reason> reasons,
        int reasonsOmitted,
        Instant matchedAt) {

    /** Most reasons of one match; the rest is counted. */
    public static final int MOST_REASONS = 20;

    public Match {
        reasons = List.copyOf(reasons);
    }
}
