package io.copytaster.ingest.extract.body;

import io.copytaster.ingest.extract.body.BoxNames.Trait;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the boxes that stand on a page beside its article: what their tags and names say, lists of teasers, and lists of
 * links. A box that holds most of the page's paragraphs is never one of them, whatever its name.
 */
final class Furniture {

    private static final Set<String> NEVER = Set.of("html", "body", "main", "article");
    private static final Set<String> ASIDE = Set.of("footer", "aside");
    private static final Set<String> PICTURES = Set.of("figure", "figcaption");
    private static final Set<String> NO_TEASERS = Set.of("p", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "div", "section", "table", "p", "aside");

    private static final double MOST_PROSE = 0.5;
    private static final double SHORTEST_NAMED_BODY = 300;
    private static final int LONGEST_LABEL = 200;
    private static final int FEWEST_RUNS_OF_TEASER = 2;
    private static final int MOST_RUNS_OF_TEASER = 8;
    private static final int LONGEST_TEASER = 500;
    private static final int SHORTEST_TEASER_LINK = 10;
    private static final double TEASER_LINK_SHARE = 0.8;
    private static final int FEWEST_TEASERS = 3;
    private static final double SHARE_OF_TEASERS = 0.6;
    private static final double LINK_LIST_SHARE = 0.6;
    private static final double LINKED_SENTENCE_SHARE = 0.85;
    private static final int SHORTEST_SENTENCE = 40;

    private final Layout layout;
    private final double[] namedProse;

    Furniture(Layout layout) {
        this.layout = layout;
        this.namedProse = namedProse(layout);
    }

    /** Drops what its tag or its names put beside the article. */
    void dropByName(Selection selection) {
        drop(selection, layout.boxes(), box -> isAsideByTag(box) || isAsideByName(box));
    }

    /** Drops only what its tag puts beside the article, for pages whose names mislead. */
    void dropByTag(Selection selection) {
        drop(selection, layout.boxes(), this::isAsideByTag);
    }

    /** Drops the members of lists of teasers: three and more neighbours, each with a linked headline and little text. */
    void dropTeasers(Selection selection) {
        for (Box parent : layout.boxes()) {
            List<Box> children = layout.children(parent).stream()
                    .filter(child -> !selection.isGone(child))
                    .toList();
            List<Box> teasers = children.stream().filter(this::isTeaser).toList();
            if (teasers.size() >= FEWEST_TEASERS && teasers.size() >= SHARE_OF_TEASERS * children.size()) {
                teasers.forEach(selection::drop);
            }
        }
    }

    /** Drops boxes inside a box that are mostly links. */
    void dropLinkLists(Selection selection, Box inside) {
        drop(
                selection,
                layout.boxes().subList(inside.number() + 1, inside.endBox()),
                box -> box.isAnyOf(LISTS) && layout.linkShare(box) > LINK_LIST_SHARE && !isLinkedSentence(box));
    }

    private static void drop(Selection selection, List<Box> boxes, Predicate<Box> isFurniture) {
        int end = 0;
        for (Box box : boxes) {
            if (box.number() >= end && box.runs() > 0 && isFurniture.test(box)) {
                selection.drop(box);
                end = box.endBox();
            }
        }
    }

    private boolean isAsideByTag(Box box) {
        return box.isAnyOf(PICTURES) || (box.isAnyOf(ASIDE) && !holdsMost(box));
    }

    private boolean isAsideByName(Box box) {
        if (box.isAnyOf(NEVER) || box.has(Trait.BODY)) {
            return false;
        }
        return box.has(Trait.MARGIN) ? !holdsMost(box) : box.has(Trait.LABEL) && layout.letters(box) < LONGEST_LABEL;
    }

    /** Whether most of the paragraphs stand in the box; where bodies are named, most of those in them. */
    private boolean holdsMost(Box box) {
        double named = namedProse[namedProse.length - 1];
        return named >= SHORTEST_NAMED_BODY
                ? Layout.sum(namedProse, box) >= MOST_PROSE * named
                : layout.prose(box) >= MOST_PROSE * layout.prose();
    }

    /** Sums of the paragraphs in boxes that are named as the article's body and in none that is named otherwise. */
    private static double[] namedProse(Layout layout) {
        Selection outsideMargins = new Selection(layout);
        Selection outsideBodies = new Selection(layout);
        for (Box box : layout.boxes()) {
            boolean margin = box.has(Trait.MARGIN);
            if (margin != box.has(Trait.BODY) && !box.is("body")) {
                (margin ? outsideMargins : outsideBodies).drop(box);
            }
        }
        return layout.sums(
                (run, i) -> run.isProse() && outsideMargins.keeps(i) && !outsideBodies.keeps(i) ? run.letters() : 0);
    }

    /** A paragraph of its own may be full of links. */
    private boolean isLinkedSentence(Box box) {
        Run run = layout.runs().get(box.firstRun());
        return box.runs() == 1
                && run.endsSentence()
                && run.letters() >= SHORTEST_SENTENCE
                && run.linkShare() < LINKED_SENTENCE_SHARE;
    }

    private boolean isTeaser(Box box) {
        return box.runs() >= FEWEST_RUNS_OF_TEASER
                && box.runs() <= MOST_RUNS_OF_TEASER
                && !box.isAnyOf(NO_TEASERS)
                && layout.prose(box) <= LONGEST_TEASER
                && layout.runs().subList(box.firstRun(), box.endRun()).stream().anyMatch(Furniture::isLinkedHeadline);
    }

    private static boolean isLinkedHeadline(Run run) {
        return run.linkShare() > TEASER_LINK_SHARE && run.letters() > SHORTEST_TEASER_LINK;
    }
}
