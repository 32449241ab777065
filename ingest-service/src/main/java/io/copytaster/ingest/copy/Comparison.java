package io.copytaster.ingest.copy;

import io.copytaster.ingest.copy.Resemblance.Openings;

/** Walks through two sketches side by side and counts what they share; below the horizon of both the counts are of all passages. */
final class Comparison {

    private final TextSketch one;
    private final TextSketch other;

    private int ones;
    private int others;
    private int shared;
    private int continued;
    private int changed;
    private int openingOfOne;
    private int openingOfOther;
    private int openingOfOneShared;
    private int openingOfOtherShared;
    private int otherFigures;

    Comparison(TextSketch one, TextSketch other) {
        this.one = one;
        this.other = other;
        comparePassages();
        compareFigures();
    }

    Resemblance resemblance() {
        int smaller = Math.min(ones, others);
        int larger = Math.max(ones, others);
        double ofOne = part(openingOfOneShared, openingOfOne);
        double ofOther = part(openingOfOtherShared, openingOfOther);
        return new Resemblance(
                part(shared, smaller),
                openings(ofOne, ofOther),
                part(changed, continued) + changedFigures(),
                part(smaller, larger),
                smaller);
    }

    /** Of two texts of the same size the one that keeps more of its opening counts as the smaller, so that order does not matter. */
    private Openings openings(double ofOne, double ofOther) {
        boolean oneIsSmaller = ones == others ? ofOne >= ofOther : ones < others;
        return oneIsSmaller ? new Openings(ofOne, ofOther) : new Openings(ofOther, ofOne);
    }

    /** Numbers that differ, per shared passage; the two samples stand for different parts of their texts. */
    private double changedFigures() {
        double allOther = otherFigures / known(horizon(one.figureHorizon(), other.figureHorizon()));
        double allShared = shared / known(horizon(one.passageHorizon(), other.passageHorizon()));
        return allShared == 0 ? 0 : Math.min(1, allOther / allShared);
    }

    private static double known(int horizon) {
        return (Integer.toUnsignedLong(horizon) + 1) / 0x1p32;
    }

    private static double part(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static int horizon(int one, int other) {
        return Integer.compareUnsigned(one, other) < 0 ? one : other;
    }

    private void comparePassages() {
        int horizon = horizon(one.passageHorizon(), other.passageHorizon());
        int i = 0;
        int j = 0;
        while (i < one.passages() || j < other.passages()) {
            int order = order(i, j);
            if (Integer.compareUnsigned(order <= 0 ? one.passage(i) : other.passage(j), horizon) > 0) {
                return;
            }
            count(order, order <= 0 ? one.mark(i) : 0, order >= 0 ? other.mark(j) : 0);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private int order(int i, int j) {
        if (i == one.passages()) {
            return 1;
        }
        return j == other.passages() ? -1 : Integer.compareUnsigned(one.passage(i), other.passage(j));
    }

    private void count(int order, int mark, int otherMark) {
        int together = order == 0 ? 1 : 0;
        int opens = mark >>> TextSketch.FOLLOWER_BITS;
        int otherOpens = otherMark >>> TextSketch.FOLLOWER_BITS;
        ones += order <= 0 ? 1 : 0;
        others += order >= 0 ? 1 : 0;
        openingOfOne += opens;
        openingOfOther += otherOpens;
        openingOfOneShared += opens & together;
        openingOfOtherShared += otherOpens & together;
        shared += together;
        if (order == 0) {
            countFollowers(mark & ~TextSketch.OPENING, otherMark & ~TextSketch.OPENING);
        }
    }

    private void countFollowers(int follower, int otherFollower) {
        if (follower != TextSketch.NO_FOLLOWER && otherFollower != TextSketch.NO_FOLLOWER) {
            continued++;
            changed += follower == otherFollower ? 0 : 1;
        }
    }

    private void compareFigures() {
        int i = 0;
        int j = 0;
        while (i < one.figures() && j < other.figures()) {
            int order = Integer.compare(Figures.surroundings(one.figure(i)), Figures.surroundings(other.figure(j)));
            if (order == 0) {
                otherFigures += one.figure(i) == other.figure(j) ? 0 : 1;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }
}
