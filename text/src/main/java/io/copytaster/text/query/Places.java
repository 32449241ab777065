package io.copytaster.text.query;

import io.copytaster.text.query.ArticleView.FieldText;
import io.copytaster.text.query.ArticleView.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where in an article the words of a clause stand. */
final class Places {

    private Places() {}

    /** The places of a clause that has some, lazily, in the order of the text; headline first. */
    static Stream<Place> of(Query.Clause clause, ArticleView article) {
        return Stream.of(article.headline(), article.body())
                .flatMap(text -> runs(clause, text, article))
                .map(Run::place);
    }

    /** Neighbouring words of a text: from index {@code first} to index {@code last}, both within. */
    private record Run(FieldText text, int first, int last) {

        Place place() {
            var words = text.words();
            return new Place(
                    text.field(), words.get(first).start(), words.get(last).end());
        }

        String exact() {
            return text.between(place().start(), place().end());
        }

        boolean isWithin(Scope scope) {
            return switch (scope) {
                case ANYWHERE -> true;
                case HEADLINE, BODY -> text.field() == scope;
                case LEAD -> text.field() == Scope.BODY && place().end() <= text.leadEnd();
            };
        }
    }

    private static Stream<Run> runs(Query query, FieldText text, ArticleView article) {
        return switch (query) {
            case Query.Word(var scope, var _, var words) -> sequences(scope, words, text);
            case Query.Phrase(var scope, var _, var words) -> sequences(scope, words, text);
            case Query.Prefix(var scope, var _, var words) -> beginnings(scope, words, text);
            case Query.Exact exact ->
                sequences(exact.scope(), exact.words(), text).filter(run -> isSame(run.exact(), exact.text()));
            case Query.Entity(var scope, var id) ->
                article.mentions().getOrDefault(id, List.of()).stream()
                        .filter(place -> place.field() == text.field())
                        .flatMap(place -> run(place, text).stream())
                        .filter(run -> run.isWithin(scope));
            case Query.Or(var operands) -> operands.stream().flatMap(operand -> runs(operand, text, article));
            case Query.Near near -> near(near, text, article);
            case Query.And _, Query.Not _, Query.AtLeast _, Query.Topic _, Query.Attributed _ -> Stream.empty();
        };
    }

    private static Stream<Run> sequences(Scope scope, List<String> words, FieldText text) {
        if (words.isEmpty()) {
            return Stream.empty();
        }
        return text.occurrences(words.getFirst()).stream()
                .filter(first -> continues(words, text, first, words.size()))
                .map(first -> new Run(text, first, first + words.size() - 1))
                .filter(run -> run.isWithin(scope));
    }

    private static Stream<Run> beginnings(Scope scope, List<String> words, FieldText text) {
        if (words.isEmpty()) {
            return Stream.empty();
        }
        var stem = words.getLast();
        int whole = words.size() - 1;
        return IntStream.range(0, text.words().size() - whole)
                .filter(first -> continues(words, text, first, whole))
                .filter(first -> text.words().get(first + whole).folded().startsWith(stem))
                .mapToObj(first -> new Run(text, first, first + whole))
                .filter(run -> run.isWithin(scope));
    }

    private static boolean continues(List<String> words, FieldText text, int first, int count) {
        return first + count <= text.words().size()
                && IntStream.range(0, count)
                        .allMatch(i -> text.words().get(first + i).folded().equals(words.get(i)));
    }

    private static boolean isSame(String found, String wanted) {
        var normal = Normalizer.normalize(wanted, Normalizer.Form.NFC);
        return normal.contains(Normalizer.normalize(found, Normalizer.Form.NFC));
    }

    private static List<Run> run(Place place, FieldText text) {
        var words = text.words();
        int first = firstEndingAfter(place.start(), words);
        int last = first;
        while (last + 1 < words.size() && words.get(last + 1).start() < place.end()) {
            last++;
        }
        return first == words.size() ? List.of() : List.of(new Run(text, first, last));
    }

    private static int firstEndingAfter(int position, List<ArticleView.WordAt> words) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Stream<Run> near(Query.Near near, FieldText text, ArticleView article) {
        var runs = near.operands().stream()
                .map(operand -> runs(operand, text, article).toList())
                .toList();
        if (runs.stream().anyMatch(List::isEmpty)) {
            return Stream.empty();
        }
        var orders = near.order() == Query.Order.KEPT ? List.of(runs) : permutations(runs);
        return orders.stream()
                .flatMap(order -> chains(order, near.distance(), text))
                .distinct();
    }

    /** Chains that take one run of each list in turn; each run follows its predecessor closely in one sentence. */
    private static Stream<Run> chains(List<List<Run>> runs, int distance, FieldText text) {
        var reached = byEnd(runs.getFirst());
        for (var operand : runs.subList(1, runs.size())) {
            var next = new ArrayList<Run>();
            for (var run : operand) {
                var before = reached.lowerEntry(run.first());
                if (before != null && isClose(before, run, distance, text)) {
                    next.add(new Run(text, before.getValue().first(), run.last()));
                }
            }
            reached = byEnd(next);
        }
        return reached.values().stream();
    }

    private static boolean isClose(Map.Entry<Integer, Run> before, Run run, int distance, FieldText text) {
        int between = run.first() - before.getKey() - 1;
        return between <= distance
                && text.words().get(before.getKey()).sentence()
                        == text.words().get(run.first()).sentence();
    }

    private static NavigableMap<Integer, Run> byEnd(List<Run> runs) {
        var byEnd = new TreeMap<Integer, Run>();
        runs.forEach(run -> byEnd.merge(run.last(), run, (a, b) -> a.first() >= b.first() ? a : b));
        return byEnd;
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.size() <= 1) {
            return List.of(items);
        }
        var all = new ArrayList<List<T>>();
        for (int i = 0; i < items.size(); i++) {
            var rest = new ArrayList<>(items);
            var first = rest.remove(i);
            for (var tail : permutations(List.copyOf(rest))) {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
