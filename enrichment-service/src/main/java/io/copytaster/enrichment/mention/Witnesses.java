package io.copytaster.enrichment.mention;

import io.copytaster.enrichment.lexicon.Hit;
import io.copytaster.enrichment.lexicon.Purpose;
import io.copytaster.enrichment.lexicon.Scan;
import io.copytaster.enrichment.lexicon.TextScan;
import io.copytaster.text.fold.Folding;
import io.copytaster.text.token.Tokens;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cues that aliases need, by text and sentence; confined to the reading of one article. */
public final class Witnesses {

    /** How far a witness may stand from what it confirms. */
    private static final int SENTENCES = 1;

    private static final String ANY_ENDING = "*";

    private final Scan scan;
    private final Map<String, NavigableSet<Integer>> sentences = new HashMap<>();

    private Witnesses(Scan scan) {
        this.scan = scan;
    }

    public static Witnesses of(Scan scan) {
        Witnesses witnesses = new Witnesses(scan);
        Stream.concat(scan.headline().hits().stream(), scan.body().hits().stream())
                .filter(hit -> hit.purpose() == Purpose.WITNESS)
                .forEach(witnesses::add);
        return witnesses;
    }

    private void add(Hit hit) {
        sentences
                .computeIfAbsent(hit.term().alias().text(), key -> new TreeSet<>())
                .add(hit.sentence());
    }

    /** The text of a needed cue in the hit's sentence or a neighbour. */
    public Optional<String> confirming(Hit hit) {
        int from = hit.sentence() - SENTENCES;
        int to = hit.sentence() + SENTENCES;
        Optional<String> whole = hit.term().alias().needs().stream()
                .filter(need -> !sentences
                        .getOrDefault(need, Collections.emptyNavigableSet())
                        .subSet(from, true, to, true)
                        .isEmpty())
                .findFirst();
        return whole.isPresent() ? whole : confirmingStem(hit, from, to);
    }

    private Optional<String> confirmingStem(Hit hit, int from, int to) {
        return hit.term().alias().needs().stream()
                .filter(need -> need.endsWith(ANY_ENDING))
                .filter(need ->
                        stands(stem(need), scan.headline(), from, to) || stands(stem(need), scan.body(), from, to))
                .findFirst();
    }

    private static String stem(String need) {
        return Folding.fold(need.substring(0, need.length() - ANY_ENDING.length()))
                .toString();
    }

    private static boolean stands(String stem, TextScan text, int from, int to) {
        Tokens tokens = text.tokens();
        for (int token = 0; token < tokens.count(); token++) {
            int sentence = text.firstSentence() + tokens.sentence(token);
            if (sentence >= from && sentence <= to && tokens.folded(token).startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
