package io.copytaster.enrichment.mention;

import io.copytaster.enrichment.lexicon.Hit;
import io.copytaster.enrichment.lexicon.Purpose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Chooses among overlapping hits of one text: the longest wins, then an exclude, a name, an own-language form, the first listed. */
public final class Spans {

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::length)
            .reversed()
            .thenComparingInt(Hit::first)
            .thenComparingInt(hit -> rank(hit.purpose()))
            .thenComparing(hit -> !hit.form().isBase())
            .thenComparingInt(hit -> hit.term().number());

    private Spans() {}

    private static int rank(Purpose purpose) {
        return switch (purpose) {
            case EXCLUDE -> 0;
            case NAME -> 1;
            case DEMONYM -> 2;
            case CUE -> 3;
            case CONTEXT, NEGATIVE, WITNESS -> 4;
        };
    }

    /** The winners in order of appearance, without the excludes, whose text is consumed. */
    public static List<Hit> resolve(List<Hit> candidates) {
        BitSet taken = new BitSet();
        List<Hit> winners = new ArrayList<>();
        candidates.stream().sorted(BEST_FIRST).forEach(hit -> {
            int next = taken.nextSetBit(hit.first());
            if (next < 0 || next > hit.last()) {
                taken.set(hit.first(), hit.last() + 1);
                winners.add(hit);
            }
        });
        winners.removeIf(hit -> hit.purpose() == Purpose.EXCLUDE);
        winners.sort(Comparator.comparingInt(Hit::first));
        return winners;
    }
}
