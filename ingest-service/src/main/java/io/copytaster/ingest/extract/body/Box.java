package io.copytaster.ingest.extract.body;

import io.copytaster.ingest.extract.body.BoxNames.Trait;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block element of the page that text stands in, with the range of runs that it holds. Boxes are numbered in document
 * order, so those inside a box follow it without a gap.
 *
 * <p>Thread rule: filled by {@link LayoutReader}, not changed afterwards.
 */
final class Box {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final String tag;
    private final Set<Trait> traits;
    private final @Nullable Box parent;
    private final int number;
    private final int firstRun;
    private int endRun;
    private int endBox;

    Box(String tag, Set<Trait> traits, @Nullable Box parent, int number, int firstRun) {
        this.tag = tag;
        this.traits = traits;
        this.parent = parent;
        this.number = number;
        this.firstRun = firstRun;
        this.endRun = firstRun;
        this.endBox = number + 1;
    }

    /** Ends the box before a run and a box that do not stand in it any more. */
    void close(int nextRun, int nextBox) {
        endRun = nextRun;
        endBox = nextBox;
    }

    boolean is(String one) {
        return tag.equals(one);
    }

    boolean isAnyOf(Set<String> tags) {
        return tags.contains(tag);
    }

    boolean isHeading() {
        return HEADINGS.contains(tag);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    @Nullable
    Box parent() {
        return parent;
    }

    int number() {
        return number;
    }

    /** The number of the first box after this one that does not stand in it. */
    int endBox() {
        return endBox;
    }

    int firstRun() {
        return firstRun;
    }

    int endRun() {
        return endRun;
    }

    int runs() {
        return endRun - firstRun;
    }

    boolean holds(Box other) {
        return other.number >= number && other.number < endBox;
    }
}
