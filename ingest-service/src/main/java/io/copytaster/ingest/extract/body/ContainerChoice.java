package io.copytaster.ingest.extract.body;

import io.copytaster.ingest.extract.body.BoxNames.Trait;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the box that holds the article. Every run has a value: paragraphs gain by their length, links and scraps lose.
 * The box with the highest sum holds the article with the least around it; a box that is named as the article's body goes
 * before it, unless hardly anything of value stands there. The idea is that of maximum subsequence segmentation (Pasternack
 * and Roth, 2009) on the tree of boxes.
 */
final class ContainerChoice {

    private static final Set<String> CONTAINERS =
            Set.of("div", "section", "article", "main", "td", "body", "form", "center", "details", "layer");

    private static final double MOSTLY_LINKS = 0.5;
    private static final double LINKED_HEADING = -15;
    private static final double LINK = -10;
    private static final double LINK_PER_LETTER = -0.3;
    private static final int SCRAP = 40;
    private static final double SCRAP_VALUE = -8;
    private static final int CELL = 60;
    private static final double CELL_PER_LETTER = 0.3;
    private static final double CELL_MOST = 10;
    private static final double NO_SENTENCE = 0.4;

    private static final double SHARE_OF_PART = 0.88;
    private static final double SHARE_OF_NAMED_PART = 0.8;
    private static final double SHARE_OF_NAMED_BODY = 0.9;
    private static final double LEAST_OF_NAMED_BODY = 0.15;
    private static final double SHORTEST_NAMED_BODY = 300;

    private final Layout layout;
    private final Selection selection;
    private final double[] values;

    private ContainerChoice(Layout layout, Selection selection) {
        this.layout = layout;
        this.selection = selection;
        this.values = layout.sums((run, i) -> selection.keeps(i) ? value(run) : 0);
    }

    /** The box that holds the article, or nothing where the page holds no text. */
    static Optional<Box> of(Layout layout, Selection selection) {
        return new ContainerChoice(layout, selection).choose();
    }

    private Optional<Box> choose() {
        return mostValuable().map(best -> {
            Box chosen = namedBody()
                    .filter(named -> value(named) >= LEAST_OF_NAMED_BODY * value(best))
                    .orElse(best);
            return container(tightened(chosen));
        });
    }

    private Optional<Box> mostValuable() {
        Box best = null;
        for (Box box : layout.boxes()) {
            if (best == null || value(box) >= value(best)) {
                best = box;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The smallest box that holds nearly all paragraphs that stand in boxes named as the article's body. */
    private Optional<Box> namedBody() {
        Selection unnamed = new Selection(layout);
        layout.boxes().stream()
                .filter(box -> box.has(Trait.BODY) && !box.is("body"))
                .forEach(unnamed::drop);
        double[] prose =
                layout.sums((run, i) -> run.isProse() && selection.keeps(i) && !unnamed.keeps(i) ? run.letters() : 0);
        double all = prose[prose.length - 1];
        return all < SHORTEST_NAMED_BODY
                ? Optional.empty()
                : layout.boxes().stream()
                        .filter(box -> Layout.sum(prose, box) >= SHARE_OF_NAMED_BODY * all)
                        .reduce((_, deeper) -> deeper);
    }

    /** The innermost part of the box that holds nearly all of its value. */
    private Box tightened(Box box) {
        Box chosen = box;
        for (Box part : layout.boxes().subList(box.number() + 1, box.endBox())) {
            double share = part.has(Trait.BODY) ? SHARE_OF_NAMED_PART : SHARE_OF_PART;
            if (chosen.holds(part) && value(part) >= share * value(box)) {
                chosen = part;
            }
        }
        return chosen;
    }

    /** A row, a list or a paragraph is part of something. */
    private static Box container(Box box) {
        Box chosen = box;
        for (Box outer = box.parent(); outer != null && !chosen.isAnyOf(CONTAINERS); outer = outer.parent()) {
            chosen = outer;
        }
        return chosen;
    }

    private double value(Box box) {
        return Layout.sum(values, box);
    }

    private static double value(Run run) {
        boolean link = run.linkShare() > MOSTLY_LINKS;
        if (run.isHeading()) {
            return link ? LINKED_HEADING - run.letters() : 0;
        }
        if (isCell(run)) {
            return link ? SCRAP_VALUE : Math.min(CELL_MOST, CELL_PER_LETTER * run.letters());
        }
        if (link) {
            return LINK + LINK_PER_LETTER * run.letters();
        }
        return run.letters() < SCRAP
                ? SCRAP_VALUE
                : run.letters() * (1 - run.linkShare()) * (run.endsSentence() ? 1 : NO_SENTENCE);
    }

    private static boolean isCell(Run run) {
        return (run.box().is("td") || run.box().is("th")) && run.letters() < CELL;
    }
}
