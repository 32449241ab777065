package io.copytaster.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;

/** The runs and boxes of a page in document order, with sums over any box in constant time. */
final class Layout {

    /** What a run counts for in a sum. */
    @FunctionalInterface
    interface RunValue {

        double of(Run run, int number);
    }

    private final List<Run> runs;
    private final List<Box> boxes;
    private final double[] letters;
    private final double[] linked;
    private final double[] prose;

    Layout(List<Run> runs, List<Box> boxes) {
        this.runs = List.copyOf(runs);
        this.boxes = List.copyOf(boxes);
        letters = sums((run, _) -> run.letters());
        linked = sums((run, _) -> run.linked());
        prose = sums((run, _) -> run.isProse() ? run.letters() : 0);
    }

    List<Run> runs() {
        return runs;
    }

    List<Box> boxes() {
        return boxes;
    }

    /** The boxes that stand directly in a box and hold text. */
    List<Box> children(Box box) {
        List<Box> children = new ArrayList<>();
        for (int b = box.number() + 1; b < box.endBox(); b = boxes.get(b).endBox()) {
            if (boxes.get(b).runs() > 0) {
                children.add(boxes.get(b));
            }
        }
        return children;
    }

    /** Sums to the front of each run, so that the sum over a range is one difference. */
    double[] sums(RunValue value) {
        double[] sums = new double[runs.size() + 1];
        for (int i = 0; i < runs.size(); i++) {
            sums[i + 1] = sums[i] + value.of(runs.get(i), i);
        }
        return sums;
    }

    static double sum(double[] sums, Box box) {
        return sums[box.endRun()] - sums[box.firstRun()];
    }

    double letters(Box box) {
        return sum(letters, box);
    }

    /** Letters of the box that stand in paragraphs. */
    double prose(Box box) {
        return sum(prose, box);
    }

    /** Letters of the page that stand in paragraphs. */
    double prose() {
        return prose[runs.size()];
    }

    /** The share of the box's letters that stand in links, 0 to 1. */
    double linkShare(Box box) {
        return letters(box) == 0 ? 0 : Math.min(1, sum(linked, box) / letters(box));
    }
}
