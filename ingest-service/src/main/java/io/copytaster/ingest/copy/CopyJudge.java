package io.copytaster.ingest.copy;

import io.copytaster.ingest.copy.CopyVerdict.Ruling;

/**
 * Decides from two sketches whether one text is a copy of the other. A pure and symmetric function; a few microseconds.
 *
 * <p>What is shared is measured against the smaller text, since reprints are cut and surrounded. Who reprints a text keeps its opening,
 * while background paragraphs and page furniture are shared below an opening of one's own: the less of the openings is shared, the
 * more of the rest must be. The smaller the part of the larger text, and the less of its opening, the more it looks like an extract.
 * Two reports made from one template share much, but go on differently at every fact.
 *
 * <p>The weights were fitted on labelled pairs of articles in five languages, each language also predicted from the other four.
 */
public final class CopyJudge {

    /** Texts with fewer passages are copies only if they are the same word by word, and have no keys. */
    static final int FEWEST_PASSAGES = 8;

    /** Shorter texts change their meaning with a word: they must agree in nearly everything, both ways. */
    private static final int FEW_PASSAGES = 25;

    private static final double ALMOST_ALL = 0.9;
    /** Per shared passage; the corrections of a reprint stay below half of this, new facts in a template reach twice as much. */
    private static final double MOST_CHANGED = 0.075;
    /** The share that texts need which agree in everything else. */
    private static final double LEAST_SHARE = 0.57;
    /** What more they need, per part of both openings that is missing. */
    private static final double FOR_OPENINGS = 0.43;

    private static final double MOST_FOR_OPENINGS = 0.36;

    /** The share that an extract would need of which the larger text shows nothing in its opening; more than all. */
    private static final double FOR_AN_EXTRACT = 1.34;
    /** What less a text needs that is the whole of the larger one. */
    private static final double FOR_SIZE = 0.7;
    /** What less it needs if the larger text opens with it. */
    private static final double FOR_LARGER_OPENING = 0.375;
    /** A smaller part of a text is a quotation or a brief. */
    private static final double SMALLEST_PART = 0.2;

    private CopyJudge() {}

    public static CopyVerdict judge(TextSketch one, TextSketch other) {
        Resemblance resemblance = new Comparison(one, other).resemblance();
        return new CopyVerdict(ruling(one, other, resemblance), resemblance);
    }

    private static Ruling ruling(TextSketch one, TextSketch other, Resemblance found) {
        int fewest = Math.min(one.passages(), other.passages());
        if (one.wording() == other.wording() && one.tokens() == other.tokens() && fewest > 0) {
            return Ruling.SAME_WORDS;
        }
        if (fewest < FEWEST_PASSAGES || found.compared() < FEWEST_PASSAGES) {
            return Ruling.TOO_SHORT;
        }
        if (found.share() < LEAST_SHARE) {
            return Ruling.OTHER_TEXT;
        }
        if (found.changed() >= MOST_CHANGED) {
            return Ruling.OTHER_FACTS;
        }
        if (found.share() < neededWithoutOpenings(found)) {
            return Ruling.OTHER_OPENING;
        }
        if (found.share() < neededOfAnExtract(found)) {
            return Ruling.EXTRACT;
        }
        boolean isPart =
                fewest < FEW_PASSAGES ? found.share() * found.size() < ALMOST_ALL : found.size() < SMALLEST_PART;
        return isPart ? Ruling.EXTRACT : Ruling.REPRINT;
    }

    private static double neededWithoutOpenings(Resemblance found) {
        double missing = 1 - found.opening().mean();
        return LEAST_SHARE + Math.min(MOST_FOR_OPENINGS, FOR_OPENINGS * missing);
    }

    private static double neededOfAnExtract(Resemblance found) {
        return FOR_AN_EXTRACT
                - FOR_SIZE * found.size()
                - FOR_LARGER_OPENING * found.opening().larger();
    }
}
