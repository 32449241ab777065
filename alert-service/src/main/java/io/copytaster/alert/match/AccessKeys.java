package io.copytaster.alert.match;

import io.copytaster.text.query.ArticleView;
import io.copytaster.text.query.Attribute;
import io.copytaster.text.query.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query needs to be found by: a set of keys of which every article that fits has at least one. The keys of an
 * article are made here too, so that both sides agree.
 */
final class AccessKeys {

    /** Of a query that no word, entity, topic or language narrows down: every article has it. */
    private static final String ALWAYS = "*";

    /** Letters of a word's beginning under which wildcards are filed; their stems may be shorter in unspaced scripts. */
    private static final int STEM = 3;

    private AccessKeys() {}

    static Set<String> of(Query query) {
        return cover(query).orElse(Set.of(ALWAYS));
    }

    static Set<String> of(ArticleView article) {
        var keys = new HashSet<String>();
        keys.add(ALWAYS);
        article.mentions().keySet().forEach(id -> keys.add(entity(id)));
        article.topics().keySet().forEach(id -> keys.add(topic(id)));
        article.attributes().getOrDefault(Attribute.LANGUAGE, List.of()).forEach(tag -> keys.add(language(tag)));
        Stream.of(article.headline(), article.body())
                .forEach(text -> text.vocabulary().forEach(word -> {
                    keys.add(word(word));
                    for (int length = 1; length <= STEM; length++) {
                        keys.add(beginning(word, length));
                    }
                }));
        return keys;
    }

    private static Optional<Set<String>> cover(Query query) {
        return switch (query) {
            case Query.And(var operands) -> best(operands);
            case Query.Or(var operands) -> union(operands);
            // Enough that one operand is met in any combination that suffices, so all of them together cover it.
            case Query.AtLeast(var _, var operands) -> union(operands);
            case Query.Not _ -> Optional.empty();
            case Query.Near(var _, var _, var operands) -> best(operands);
            case Query.Word(var _, var _, var words) -> longest(words);
            case Query.Phrase(var _, var _, var words) -> longest(words);
            case Query.Exact(var _, var _, var words) -> longest(words);
            case Query.Prefix(var _, var _, var words) ->
                words.size() > 1
                        ? longest(words.subList(0, words.size() - 1))
                        : words.stream()
                                .map(stem -> Set.of(beginning(stem, STEM)))
                                .findFirst();
            case Query.Entity(var _, var id) -> Optional.of(Set.of(entity(id)));
            case Query.Topic(var id, var _) -> Optional.of(Set.of(topic(id)));
            case Query.Attributed(var attribute, var value, var _) ->
                attribute == Attribute.LANGUAGE ? Optional.of(Set.of(language(value))) : Optional.empty();
        };
    }

    /** The narrowest of the operands, as all of them must be met. */
    private static Optional<Set<String>> best(List<Query> operands) {
        return operands.stream()
                .map(AccessKeys::cover)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(AccessKeys::breadth).thenComparingInt(Set::size));
    }

    private static Optional<Set<String>> union(List<Query> operands) {
        var covers = operands.stream().map(AccessKeys::cover).toList();
        return covers.stream().allMatch(Optional::isPresent)
                ? Optional.of(covers.stream()
                        .flatMap(Optional::stream)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    private static Optional<Set<String>> longest(List<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).map(word -> Set.of(word(word)));
    }

    /** How common the broadest key is, judged by its kind. */
    private static int breadth(Set<String> keys) {
        return keys.stream()
                .mapToInt(key -> switch (key.charAt(0)) {
                    case 'e' -> 0;
                    case 'w' -> 1;
                    case 't' -> 2;
                    case 'b' -> 3;
                    default -> 4;
                })
                .max()
                .orElse(0);
    }

    private static String entity(String id) {
        return "e:" + id;
    }

    private static String topic(String id) {
        return "t:" + id;
    }

    private static String word(String folded) {
        return "w:" + folded;
    }

    private static String beginning(String folded, int length) {
        return "b:" + folded.substring(0, Math.min(length, folded.length()));
    }

    private static String language(String tag) {
        return "l:" + tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
