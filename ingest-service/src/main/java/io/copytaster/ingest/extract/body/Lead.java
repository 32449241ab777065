package io.copytaster.ingest.extract.body;

import io.copytaster.ingest.extract.body.BoxNames.Trait;

/**
 * Finds the lead: the first paragraph, which many pages set between headline and body in a box of its own.
 */
final class Lead {

    private static final int FARTHEST = 25;
    private static final int SHORTEST = 80;
    private static final int LONGEST = 900;
    private static final double MOST_LINKED = 0.3;

    private Lead() {}

    /** Adds a lead to what is selected, and says where the article begins: at its lead or at its container. */
    static int firstRun(Layout layout, Selection selection, Box container) {
        int headline = headline(layout, container);
        int first = container.firstRun();
        for (int i = container.firstRun() - 1; i > headline && headline >= 0; i--) {
            if (selection.keeps(i) && isLead(layout.runs().get(i))) {
                first = i;
            } else {
                selection.drop(i);
            }
        }
        return first;
    }

    /** The nearest main headline before the container, or -1. */
    private static int headline(Layout layout, Box container) {
        for (int i = container.firstRun() - 1; i >= Math.max(0, container.firstRun() - FARTHEST); i--) {
            if (layout.runs().get(i).box().is("h1")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLead(Run run) {
        return run.letters() >= SHORTEST
                && run.letters() <= LONGEST
                && run.endsSentence()
                && run.linkShare() < MOST_LINKED
                && !run.isHeading()
                && !run.box().has(Trait.LABEL);
    }
}
