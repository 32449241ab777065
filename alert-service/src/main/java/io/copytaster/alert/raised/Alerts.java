package io.copytaster.alert.raised;

import io.copytaster.identity.AlertId;
import io.copytaster.identity.MatchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All matches with their ends, and all alerts. Writing joins the caller's transaction. Both are kept by identity:
 * what is there already is left as it is.
 */
public interface Alerts {

    /** Which of these matches are decided already. */
    Set<MatchId> decided(Collection<MatchId> matches);

    /** Which of these alerts are raised already. */
    Set<AlertId> raised(Collection<AlertId> alerts);

    /** Writes the alerts down, unpublished. */
    void raise(List<Alert> alerts);

    /** Writes down what became of matches, and counts the folded ones in their alerts. */
    void decide(List<Decision> decisions);

    /** The subscriber's alerts with a position above this one, oldest first. */
    List<Listed> list(String subscriberId, long after, int limit);

    /** One alert. */
    Optional<Listed> find(String subscriberId, AlertId id);

    /**
     * Hands over up to {@code limit} alerts that are not published yet, oldest first, and marks them as published when
     * the consumer returns. Others who ask meanwhile get other alerts. Answers how many there were.
     */
    int publish(int limit, Consumer<List<Listed>> publisher);

    /** How many matches ended how: {@code alerting}, {@code folded}, {@code withheld}; and alerts by being published. */
    Map<String, Long> counts();

    /** Forgets matches and published alerts that were decided before this instant; answers how many. */
    int purge(Instant decidedBefore);

    /**
     * An alert and what happened to it since.
     *
     * @param position its place in the order of all alerts, for cursors
     * @param folded matches folded into it beside its own
     */
    record Listed(Alert alert, long position, int folded) {}
}
