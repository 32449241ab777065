package io.copytaster.ingest.copymember;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.copygroup.CopyMember;
import io.copytaster.ingest.copygroup.Newcomer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The copy groups that all instances share. Thread-safe. */
public interface Copies {

    /**
     * Places newcomers in their order, each as if those before it had been placed; the group of each by the newcomer's id. An
     * article that was placed before keeps its group, whatever its text is now. Placements are kept when this returns, whatever
     * becomes of the caller's own transaction: the group may reach the log although nothing else is remembered.
     */
    Map<ArticleId, ArticleId> place(List<Newcomer<ArticleId>> newcomers);

    /** Remembers members as they were placed, in their order; known ones stay as they are. The number of new ones. */
    int restore(List<CopyMember<ArticleId>> members);

    /** Forgets at most {@code limit} members that are older than the window at that instant; the number forgotten. */
    int forgetOutdated(Instant now, int limit);

    /** How many members of the window have left the index of this instance, because there were more than it holds. */
    long forgottenEarly();
}
