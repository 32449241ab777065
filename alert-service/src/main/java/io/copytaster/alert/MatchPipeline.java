package io.copytaster.alert;

import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.TaggedArticle;
import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.Watches;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch of articles against every watch. Before matching, the watches are brought up to date from the primary: a
 * watch acknowledged before an article was posted is therefore always known when the article is matched, on every
 * instance and at any lag; and one deleted before is always gone.
 */
public final class MatchPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(MatchPipeline.class);

    /** Watches read at a time when many have changed. */
    private static final int PAGE = 10_000;

    private final Watches watches;
    private final WatchMatcher matcher;
    private long known;

    public MatchPipeline(Watches watches, WatchMatcher matcher) {
        this.watches = watches;
        this.matcher = matcher;
    }

    /** Every match of the article, in no particular order; call {@link #catchUp} after the poll that brought it. */
    public List<Match> match(TaggedArticle article) {
        var matches = new ArrayList<Match>();
        matcher.match(article, matches::add);
        return matches;
    }

    /**
     * The barrier: takes over every change of a watch that was committed before this call. One at a time, so that a
     * revision never replaces a later one; whoever waits asks again, after its own poll. Costs one query.
     */
    public synchronized void catchUp() {
        List<Watch> changed;
        do {
            changed = watches.changedSince(known, PAGE);
            for (var watch : changed) {
                matcher.apply(watch).ifPresent(reason -> disable(watch, reason));
                known = watch.revision();
            }
        } while (changed.size() == PAGE);
    }

    private void disable(Watch watch, String reason) {
        LOG.atWarn()
                .addKeyValue("watchId", watch.id())
                .addKeyValue("reason", reason)
                .log("watch disabled, its stored query cannot be read");
        watches.disable(watch.id(), watch.revision(), "its query cannot be read: " + reason);
    }
}
