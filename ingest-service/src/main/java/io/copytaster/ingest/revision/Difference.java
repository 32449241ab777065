package io.copytaster.ingest.revision;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two texts of an article. A sentence that moved counts as kept.
 *
 * @param sentencesAdded sentences of the new body that the old one did not have
 * @param sentencesRemoved sentences of the old body that the new one does not have
 * @param sentencesKept sentences of both
 * @param firstChangeAt code points of the new body before its first other sentence; null where the bodies read the same
 * @param lengthBefore code points of the old body
 * @param lengthAfter code points of the new body
 */
public record Difference(
        boolean headlineChanged,
        int sentencesAdded,
        int sentencesRemoved,
        int sentencesKept,
        @Nullable Integer firstChangeAt,
        int lengthBefore,
        int lengthAfter) {

    /** The difference from one text to the next. */
    public static Difference between(TextPrint before, TextPrint after) {
        var left = new HashMap<Long, Integer>();
        for (int i = 0; i < before.sentences(); i++) {
            left.merge(before.sentence(i), 1, Integer::sum);
        }
        int kept = 0;
        for (int i = 0; i < after.sentences(); i++) {
            int more = left.getOrDefault(after.sentence(i), 0);
            if (more > 0) {
                left.put(after.sentence(i), more - 1);
                kept++;
            }
        }
        return new Difference(
                before.headline() != after.headline(),
                after.sentences() - kept,
                before.sentences() - kept,
                kept,
                firstChange(before, after),
                before.length(),
                after.length());
    }

    /** For people, for example {@code headline changed, 2 sentences added, 1 removed}. */
    public String words() {
        var words = new StringBuilder();
        if (headlineChanged) {
            words.append("headline changed");
        }
        if (sentencesAdded > 0) {
            append(words, sentencesAdded + (sentencesAdded == 1 ? " sentence added" : " sentences added"));
        }
        if (sentencesRemoved > 0) {
            var noun = sentencesAdded > 0 ? "" : sentencesRemoved == 1 ? " sentence" : " sentences";
            append(words, sentencesRemoved + noun + " removed");
        }
        if (firstChangeAt != null && sentencesAdded == 0 && sentencesRemoved == 0) {
            append(words, "sentences in another order");
        }
        return words.isEmpty() ? "the same sentences" : words.toString();
    }

    private static void append(StringBuilder words, String more) {
        words.append(words.isEmpty() ? "" : ", ").append(more);
    }

    private static @Nullable Integer firstChange(TextPrint before, TextPrint after) {
        int same = 0;
        while (same < before.sentences() && same < after.sentences() && before.sentence(same) == after.sentence(same)) {
            same++;
        }
        boolean unchanged = same == before.sentences() && same == after.sentences();
        return unchanged ? null : Integer.valueOf(after.startOf(same));
    }
}
