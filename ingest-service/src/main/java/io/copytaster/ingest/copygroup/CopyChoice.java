package io.copytaster.ingest.copygroup;

import io.copytaster.ingest.copy.CopyJudge;
import io.copytaster.ingest.copy.CopyVerdict;
import io.copytaster.ingest.copy.CopyVerdict.Ruling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among candidates the article that a newcomer is a copy of. A pure function of its arguments, so that every instance that sees
 * the same candidates in the same order answers the same.
 *
 * <p>Candidates are the members that share a key ({@code TextSketch.keys()}) with the newcomer: per key the {@value #MOST_PER_KEY} latest,
 * of these the {@value #MOST_CANDIDATES} that share most keys, later ones first among equals.
 *
 * <p>Within one publisher only a text that is the same word by word counts: live blogs, updates and corrections repeat most of their text
 * and are news.
 */
public final class CopyChoice {

    public static final int MOST_PER_KEY = 64;
    public static final int MOST_CANDIDATES = 64;

    private final Duration lookBack;

    /** @param lookBack how far apart a text and its copy may arrive */
    public CopyChoice(Duration lookBack) {
        if (lookBack.isNegative() || lookBack.isZero()) {
            throw new IllegalArgumentException("expected a look-back above zero, got " + lookBack);
        }
        this.lookBack = lookBack;
    }

    /** The candidate that resembles the newcomer most; among equals the first. */
    public <I> Optional<CopyMatch<I>> best(Newcomer<I> newcomer, List<CopyMember<I>> candidates) {
        CopyMatch<I> best = null;
        for (CopyMember<I> candidate : candidates) {
            if (isNear(newcomer, candidate.article())) {
                CopyVerdict verdict =
                        CopyJudge.judge(newcomer.sketch(), candidate.article().sketch());
                if (counts(verdict, newcomer, candidate.article())
                        && (best == null || exceeds(verdict, best.verdict()))) {
                    best = new CopyMatch<>(candidate, verdict);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isNear(Newcomer<?> newcomer, Newcomer<?> other) {
        return Duration.between(newcomer.at(), other.at()).abs().compareTo(lookBack) <= 0;
    }

    private static <I> boolean counts(CopyVerdict verdict, Newcomer<I> newcomer, Newcomer<I> other) {
        return newcomer.sharesPublisherWith(other) ? verdict.ruling() == Ruling.SAME_WORDS : verdict.isCopy();
    }

    private static boolean exceeds(CopyVerdict verdict, CopyVerdict best) {
        return strength(verdict) > strength(best);
    }

    private static double strength(CopyVerdict verdict) {
        return verdict.ruling() == Ruling.SAME_WORDS
                ? 2
                : verdict.resemblance().share() - verdict.resemblance().changed();
    }
}
