package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.Entity;
import io.copytaster.enrichment.entity.EntityCatalogue;
import io.copytaster.enrichment.lexicon.Hit;
import io.copytaster.enrichment.lexicon.Purpose;
import io.copytaster.enrichment.lexicon.Scan;
import io.copytaster.enrichment.lexicon.TextScan;
import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.EvidenceWriter;
import io.copytaster.enrichment.mention.Field;
import io.copytaster.enrichment.mention.Mention;
import io.copytaster.enrichment.mention.Mentions;
import io.copytaster.enrichment.mention.Spans;
import io.copytaster.enrichment.mention.Witnesses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One topic against one article: gathers support, silences what a negative covers, and decides. Confined to one thread. */
final class TopicCase {

    static final int MOST_EVIDENCE = 5;

    private static final double CONTEXT_WEIGHT = 0.4;
    private static final int CENTRAL_ANCHORS = 3;
    /** Confidence at the threshold, and how fast it nears 1 above. */
    private static final double LEAST_CONFIDENCE = 0.7;

    private static final double STEEPNESS = 1.2;
    /** Scores are sums of decimal weights; this much is rounding. */
    private static final double ROUNDING = 1e-9;

    private final Topic topic;
    private final EntityCatalogue entities;
    private final Scan scan;
    private final Mentions mentions;
    private final Witnesses witnesses;

    TopicCase(Topic topic, EntityCatalogue entities, Scan scan, Mentions mentions, Witnesses witnesses) {
        this.topic = topic;
        this.entities = entities;
        this.scan = scan;
        this.mentions = mentions;
        this.witnesses = witnesses;
    }

    Optional<TopicTag> decide() {
        List<Support> anchored = new ArrayList<>(cues());
        anchored.addAll(entitySupport());
        if (anchored.stream().noneMatch(Support::anchor)) {
            return Optional.empty();
        }
        List<Support> all = new ArrayList<>(anchored);
        neighbours(anchored).ifPresent(all::add);
        contexts().ifPresent(all::add);
        double score = score(all);
        return score + ROUNDING < topic.threshold() ? Optional.empty() : Optional.of(tag(all, score));
    }

    private List<Support> cues() {
        return Stream.concat(cues(Field.HEADLINE, scan.headline()).stream(), cues(Field.BODY, scan.body()).stream())
                .toList();
    }

    private List<Support> cues(Field field, TextScan text) {
        Set<Integer> silenced = text.hits().stream()
                .filter(hit -> isOurs(hit, Purpose.NEGATIVE))
                .map(Hit::sentence)
                .collect(Collectors.toUnmodifiableSet());
        List<Hit> candidates = text.hits().stream()
                .filter(hit -> isOurs(hit, Purpose.CUE) ? isConfirmed(hit) : hit.purpose() == Purpose.EXCLUDE)
                .toList();
        return Spans.resolve(candidates).stream()
                .filter(hit -> !silenced.contains(hit.sentence()))
                .map(hit -> support(
                        field, text, hit, hit.term().weight(), hit.term().anchor() ? "anchor" : "cue"))
                .toList();
    }

    private boolean isOurs(Hit hit, Purpose purpose) {
        return hit.purpose() == purpose && hit.term().owner().equals(topic.id().value());
    }

    private boolean isConfirmed(Hit hit) {
        return hit.term().alias().needs().isEmpty() || witnesses.confirming(hit).isPresent();
    }

    private static Support support(Field field, TextScan text, Hit hit, double weight, String rule) {
        return new Support(
                "cue " + hit.term().alias().text(),
                weight,
                hit.term().anchor(),
                hit.sentence(),
                EvidenceWriter.write(field, text, hit, rule));
    }

    private List<Support> entitySupport() {
        Map<String, EntityCue> wanted = new HashMap<>();
        topic.entities().forEach(cue -> wanted.put(cue.id().value(), cue));
        List<Support> found = new ArrayList<>();
        for (int i = 0; i < mentions.all().size(); i++) {
            Mention mention = mentions.all().get(i);
            EntityCue cue = wanted.get(mention.entity().value());
            if (cue != null) {
                found.add(new Support(
                        "entity " + mention.entity(),
                        cue.weight(),
                        cue.anchor(),
                        mentions.places().get(i),
                        mention.evidence()));
            }
        }
        return found;
    }

    /** A mention of a fitting kind in the sentence of an anchor. */
    private Optional<Support> neighbours(List<Support> anchored) {
        Set<Integer> sentences = anchored.stream()
                .filter(Support::anchor)
                .map(Support::sentence)
                .collect(Collectors.toUnmodifiableSet());
        for (int i = 0; i < mentions.all().size(); i++) {
            Mention mention = mentions.all().get(i);
            int place = mentions.places().get(i);
            if (sentences.contains(place) && isFittingKind(mention)) {
                return Optional.of(new Support("near", topic.neighbours().weight(), false, place, mention.evidence()));
            }
        }
        return Optional.empty();
    }

    private boolean isFittingKind(Mention mention) {
        return entities.find(mention.entity())
                .map(Entity::kind)
                .filter(topic.neighbours().kinds()::contains)
                .isPresent();
    }

    private Optional<Support> contexts() {
        return Stream.concat(contexts(Field.HEADLINE, scan.headline()), contexts(Field.BODY, scan.body()))
                .findFirst();
    }

    private Stream<Support> contexts(Field field, TextScan text) {
        return text.hits().stream()
                .filter(hit -> isOurs(hit, Purpose.CONTEXT))
                .map(hit -> new Support(
                        "context",
                        CONTEXT_WEIGHT,
                        false,
                        hit.sentence(),
                        EvidenceWriter.write(field, text, hit, "context")));
    }

    /** Each kind of support counts once, where it weighs most. */
    private static double score(List<Support> all) {
        return all.stream().collect(Collectors.toMap(Support::key, Support::score, Math::max)).values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .sum();
    }

    private TopicTag tag(List<Support> all, double score) {
        double above = score / topic.threshold() - 1;
        double confidence = 1 - (1 - LEAST_CONFIDENCE) * Math.exp(-STEEPNESS * above);
        return new TopicTag(topic.id(), topic.codes(), confidence, salience(all), evidence(all));
    }

    private static Salience salience(List<Support> all) {
        long anchors = all.stream().filter(Support::anchor).count();
        boolean headline = all.stream().anyMatch(support -> support.anchor() && support.isInHeadline());
        return headline || anchors >= CENTRAL_ANCHORS ? Salience.CENTRAL : Salience.MENTIONED;
    }

    private static List<Evidence> evidence(List<Support> all) {
        return all.stream()
                .sorted(Comparator.comparing((Support support) -> !support.anchor())
                        .thenComparing(
                                Comparator.comparingDouble(Support::score).reversed())
                        .thenComparingInt(Support::sentence))
                .map(Support::evidence)
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
    }
}
