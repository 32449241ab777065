package io.copytaster.alert.match;

import io.copytaster.alert.watch.WatchId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a watch's query that the article satisfied, and the text that satisfied it.
 *
 * @param watch whose clause: one delivery may carry the reasons of several watches
 * @param clause as the query language writes it
 * @param label for people
 * @param confidence of the topic or mention, 0 to 1; null for words and attributes
 * @param evidence at most five
 */
public record Reason(
        WatchId watch,
        String clause,
        String label,
        @Nullable Double confidence,
        List<Evidence> evidence) {

    /** Most pieces of evidence of one reason. */
    public static final int MOST_EVIDENCE = 5;

    public Reason {
        evidence = List.copyOf(evidence);
        if (evidence.size() > MOST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "evidence: expected at most " + MOST_EVIDENCE + ", got " + evidence.size());
        }
    }
}
