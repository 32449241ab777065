package io.copytaster.ingest.extract.body;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a page are still thought to be text of the article.
 *
 * <p>Thread rule: for one attempt at one page, in one thread.
 */
final class Selection {

    private final Layout layout;
    private final BitSet dropped = new BitSet();

    Selection(Layout layout) {
        this.layout = layout;
    }

    void drop(Box box) {
        dropped.set(box.firstRun(), box.endRun());
    }

    void drop(int run) {
        dropped.set(run);
    }

    boolean keeps(int run) {
        return !dropped.get(run);
    }

    /** Whether nothing of the box is left. */
    boolean isGone(Box box) {
        return dropped.nextClearBit(box.firstRun()) >= box.endRun();
    }

    /** What is left of a range of runs: paragraphs apart by an empty line, items of lists and rows of tables by a line. */
    String text(int firstRun, int endRun) {
        StringBuilder text = new StringBuilder();
        Box last = null;
        for (int i = dropped.nextClearBit(firstRun); i < endRun; i = dropped.nextClearBit(i + 1)) {
            Run run = layout.runs().get(i);
            if (last != null) {
                text.append(gap(last, run.box()));
            }
            text.append(run.text());
            last = run.box();
        }
        return text.toString();
    }

    private static String gap(Box before, Box after) {
        if (isCell(before) && isCell(after)) {
            return before.parent() == after.parent() ? " " : "\n";
        }
        return before.is("li") && after.is("li") ? "\n" : "\n\n";
    }

    private static boolean isCell(@Nullable Box box) {
        return box != null && (box.is("td") || box.is("th"));
    }
}
