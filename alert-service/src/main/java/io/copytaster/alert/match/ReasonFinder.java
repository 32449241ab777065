package io.copytaster.alert.match;

import io.copytaster.alert.watch.WatchId;
import io.copytaster.text.query.ArticleView;
import io.copytaster.text.query.ArticleView.Place;
import io.copytaster.text.query.Query;
import io.copytaster.text.query.QueryEvaluator.Finding;
import io.copytaster.text.query.Scope;
import java.util.List;

/** Turns what the evaluator found in one article into reasons with their evidence. */
final class ReasonFinder {

    private static final int CONTEXT = 32;

    private final TaggedArticle article;
    private final ArticleView view;

    ReasonFinder(TaggedArticle article, ArticleView view) {
        this.article = article;
        this.view = view;
    }

    Reason reason(WatchId watch, Finding finding) {
        return switch (finding.clause()) {
            case Query.Entity entity -> entity(watch, entity, finding.places());
            case Query.Topic topic -> topic(watch, topic);
            case Query.Word word -> words(watch, finding, word.text());
            case Query.Exact exact -> words(watch, finding, exact.text());
            case Query.Phrase phrase -> words(watch, finding, phrase.text());
            case Query.Prefix _, Query.Near _, Query.Attributed _ ->
                words(watch, finding, finding.clause().toString());
        };
    }

    private Reason entity(WatchId watch, Query.Entity entity, List<Place> places) {
        var mentions = article.mentions().stream()
                .filter(mention -> mention.entity().equals(entity.id()) && isAt(mention.evidence(), places))
                .toList();
        var evidence =
                first(mentions.stream().map(TaggedArticle.Mention::evidence).toList());
        double confidence = mentions.stream()
                .mapToDouble(TaggedArticle.Mention::confidence)
                .max()
                .orElse(0);
        return new Reason(watch, entity.toString(), label(evidence, entity.id()), confidence, evidence);
    }

    private Reason topic(WatchId watch, Query.Topic wanted) {
        var tag = article.topics().stream()
                .filter(topic -> topic.topic().equals(wanted.id()))
                .findFirst();
        return new Reason(
                watch,
                wanted.toString(),
                wanted.id(),
                tag.map(TaggedArticle.TopicTag::confidence).orElse(0.0),
                first(tag.map(TaggedArticle.TopicTag::evidence).orElse(List.of())));
    }

    private Reason words(WatchId watch, Finding finding, String label) {
        var evidence = finding.places().stream().map(this::quote).toList();
        return new Reason(watch, finding.clause().toString(), label, null, first(evidence));
    }

    private Evidence quote(Place place) {
        var text = place.field() == Scope.HEADLINE ? view.headline() : view.body();
        return new Evidence(
                place.field() == Scope.HEADLINE ? Evidence.TextField.HEADLINE : Evidence.TextField.BODY,
                place.start(),
                place.end(),
                text.between(place.start(), place.end()),
                text.between(place.start() - CONTEXT, place.start()),
                text.between(place.end(), place.end() + CONTEXT),
                "",
                "",
                "");
    }

    private static boolean isAt(Evidence evidence, List<Place> places) {
        // The evaluator rounds a mention to whole words, so that equal spans are not to be expected.
        return places.stream()
                .anyMatch(place -> place.field().name().equals(evidence.field().name())
                        && place.start() < evidence.end()
                        && evidence.start() < place.end());
    }

    private static String label(List<Evidence> evidence, String otherwise) {
        return evidence.stream()
                .map(piece -> piece.alias().isEmpty() ? piece.exact() : piece.alias())
                .findFirst()
                .orElse(otherwise);
    }

    private static List<Evidence> first(List<Evidence> evidence) {
        return evidence.stream().limit(Reason.MOST_EVIDENCE).toList();
    }
}
