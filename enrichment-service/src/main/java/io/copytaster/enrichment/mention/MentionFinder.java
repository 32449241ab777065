package io.copytaster.enrichment.mention;

import io.copytaster.enrichment.entity.EntityId;
import io.copytaster.enrichment.entity.Strength;
import io.copytaster.enrichment.lexicon.Form;
import io.copytaster.enrichment.lexicon.Hit;
import io.copytaster.enrichment.lexicon.Purpose;
import io.copytaster.enrichment.lexicon.Scan;
import io.copytaster.enrichment.lexicon.TextScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which hits of a scan are mentions: guards, then the longest, then names that an article's strong names confirm. */
public final class MentionFinder {

    /** Bound on the mentions of an article; the rest is counted. */
    public static final int MOST_MENTIONS = 5_000;

    private static final double SURE = 0.95;
    private static final double DERIVED = 0.9;
    private static final double FOREIGN = 0.8;
    private static final double CONFIRMED = 0.85;

    public Mentions find(Scan scan) {
        Witnesses witnesses = Witnesses.of(scan);
        Predicate<Hit> strong = hit -> stands(hit, witnesses);
        Set<String> present = new HashSet<>();
        resolve(scan.headline(), strong).forEach(hit -> present.add(hit.term().owner()));
        resolve(scan.body(), strong).forEach(hit -> present.add(hit.term().owner()));

        Predicate<Hit> confirmed = hit ->
                strong.test(hit) || (isWeak(hit) && present.contains(hit.term().owner()));
        Collector found = new Collector(scan.language(), witnesses);
        resolve(scan.headline(), confirmed).forEach(hit -> found.add(Field.HEADLINE, scan.headline(), hit));
        resolve(scan.body(), confirmed).forEach(hit -> found.add(Field.BODY, scan.body(), hit));
        return found.mentions();
    }

    private static List<Hit> resolve(TextScan scan, Predicate<Hit> stands) {
        return Spans.resolve(scan.hits().stream()
                .filter(hit -> isName(hit) ? stands.test(hit) : hit.purpose() == Purpose.EXCLUDE)
                .toList());
    }

    private static boolean isName(Hit hit) {
        return hit.purpose() == Purpose.NAME || hit.purpose() == Purpose.DEMONYM;
    }

    private static boolean isWeak(Hit hit) {
        return hit.term().alias().strength() == Strength.WEAK;
    }

    /** Whether a hit counts without help from other mentions. */
    private static boolean stands(Hit hit, Witnesses witnesses) {
        if (hit.term().alias().needs().isEmpty()) {
            return !isWeak(hit);
        }
        return witnesses.confirming(hit).isPresent();
    }

    /** Collects up to the bound and counts beyond; confined to one article. */
    private static final class Collector {

        private final String language;
        private final Witnesses witnesses;
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private int omitted;

        Collector(String language, Witnesses witnesses) {
            this.language = language;
            this.witnesses = witnesses;
        }

        void add(Field field, TextScan scan, Hit hit) {
            if (mentions.size() == MOST_MENTIONS) {
                omitted++;
                return;
            }
            String rule = rule(hit);
            mentions.add(new Mention(
                    new EntityId(hit.term().owner()),
                    hit.purpose() == Purpose.NAME ? MentionKind.NAME : MentionKind.DEMONYM,
                    confidence(hit),
                    EvidenceWriter.write(field, scan, hit, rule)));
            places.add(hit.sentence());
        }

        private String rule(Hit hit) {
            String base = hit.purpose() == Purpose.NAME ? "name" : "demonym";
            if (!isWeak(hit) && hit.term().alias().needs().isEmpty()) {
                return base;
            }
            return witnesses
                    .confirming(hit)
                    .map(witness -> base + ", confirmed by '" + witness + "' nearby")
                    .orElse(base + ", confirmed by another name of the same entity");
        }

        private double confidence(Hit hit) {
            if (isWeak(hit)) {
                return CONFIRMED;
            }
            Form form = hit.form();
            boolean own = form.term().alias().language().equals(language)
                    || form.term().alias().language().equals("und");
            return own ? form.isBase() ? SURE : DERIVED : FOREIGN;
        }

        Mentions mentions() {
            return new Mentions(mentions, omitted, places);
        }
    }
}
