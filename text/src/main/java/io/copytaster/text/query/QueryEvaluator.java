package io.copytaster.text.query;

import io.copytaster.text.query.ArticleView.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether an article fits a query, and shows by which clauses and where. The only interpretation of queries:
 * matcher, check, search and explanation all call it. Pure and thread-safe; cost grows with the query and with the
 * occurrences of its words, not with the length of the text.
 */
public final class QueryEvaluator {

    /** How many places of one clause are shown; further ones are not looked for. */
    public static final int PLACES = 5;

    private QueryEvaluator() {}

    /** A clause that the article satisfies, with its first places; attributes and topics have none. */
    public record Finding(Query.Clause clause, List<Place> places) {
        public Finding {
            places = List.copyOf(places);
        }
    }

    /** The satisfied clauses, in the order of the query, each once; empty when the article does not fit. */
    public static Optional<List<Finding>> evaluate(Query query, ArticleView article) {
        return switch (query) {
            case Query.And(var operands) -> all(operands, article);
            case Query.Or(var operands) -> atLeast(1, operands, article);
            case Query.AtLeast(var count, var operands) -> atLeast(count, operands, article);
            case Query.Not(var operand) ->
                evaluate(operand, article).isPresent() ? Optional.empty() : Optional.of(List.of());
            case Query.Topic topic -> when(article.topics().getOrDefault(topic.id(), -1.0) >= topic.minimum(), topic);
            case Query.Attributed attributed -> when(fits(attributed, article), attributed);
            case Query.Clause clause ->
                found(clause, Places.of(clause, article).limit(PLACES).toList());
        };
    }

    private static Optional<List<Finding>> all(List<Query> operands, ArticleView article) {
        var findings = new ArrayList<Finding>();
        for (var operand : operands) {
            var found = evaluate(operand, article);
            if (found.isEmpty()) {
                return found;
            }
            add(findings, found.get());
        }
        return Optional.of(findings);
    }

    private static Optional<List<Finding>> atLeast(int count, List<Query> operands, ArticleView article) {
        var findings = new ArrayList<Finding>();
        int satisfied = 0;
        for (var operand : operands) {
            var found = evaluate(operand, article);
            if (found.isPresent()) {
                satisfied++;
                add(findings, found.get());
            }
        }
        return satisfied < count ? Optional.empty() : Optional.of(findings);
    }

    private static void add(List<Finding> findings, List<Finding> more) {
        more.stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
    }

    private static Optional<List<Finding>> when(boolean satisfied, Query.Clause clause) {
        return satisfied ? Optional.of(List.of(new Finding(clause, List.of()))) : Optional.empty();
    }

    private static Optional<List<Finding>> found(Query.Clause clause, List<Place> places) {
        return places.isEmpty() ? Optional.empty() : Optional.of(List.of(new Finding(clause, places)));
    }

    private static boolean fits(Query.Attributed wanted, ArticleView article) {
        return article.attributes().getOrDefault(wanted.attribute(), List.of()).stream()
                .anyMatch(value -> fits(wanted, value));
    }

    private static boolean fits(Query.Attributed wanted, String value) {
        return switch (wanted.attribute()) {
            case URL -> value.toLowerCase(Locale.ROOT).contains(wanted.value().toLowerCase(Locale.ROOT));
            case LANGUAGE -> {
                var language = value.toLowerCase(Locale.ROOT);
                var range = wanted.value().toLowerCase(Locale.ROOT);
                yield language.equals(range) || language.startsWith(range + "-");
            }
            case SOURCE -> value.equals(wanted.value());
            case PUBLISHER -> ArticleView.WordAt.folded(value).equals(wanted.words());
            case BYLINE -> Collections.indexOfSubList(ArticleView.WordAt.folded(value), wanted.words()) >= 0;
        };
    }
}
