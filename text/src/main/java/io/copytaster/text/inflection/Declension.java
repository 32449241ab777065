package io.copytaster.text.inflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The case forms of one phrase: its first word, its first two, …, all of them or the last one declined, in agreement. */
final class Declension {

    private final String phrase;
    private final List<MatchResult> words;
    private final WordClass wordClass;
    private final List<@Nullable EndingRule> ruleOfWord = new ArrayList<>();

    Declension(String phrase, List<MatchResult> words, WordClass wordClass, List<EndingRule> rules) {
        this.phrase = phrase;
        this.words = words;
        this.wordClass = wordClass;
        for (int i = 0; i < words.size(); i++) {
            ruleOfWord.add(rule(rules, words.get(i).group(), i == words.size() - 1));
        }
    }

    private @Nullable EndingRule rule(List<EndingRule> rules, String word, boolean isLast) {
        if (!Inflection.mayChange(word)) {
            return null;
        }
        String lower = Inflection.lower(word);
        Stream<WordClass> classes = isLast
                ? Stream.of(wordClass, WordClass.NOUN)
                : Stream.of(WordClass.ADJECTIVE, wordClass, WordClass.NOUN);
        return classes.map(candidate -> RuleBook.first(rules, candidate, lower))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    void forms(BiConsumer<String, String> forms) {
        decline(EndingRule::slots, forms);
        if (wordClass != WordClass.NAME) {
            decline(EndingRule::pluralSlots, forms);
        }
    }

    private void decline(Function<EndingRule, List<List<String>>> number, BiConsumer<String, String> forms) {
        int most = ruleOfWord.stream()
                .mapToInt(rule -> rule == null ? 0 : number.apply(rule).size())
                .max()
                .orElse(0);
        for (int slot = 0; slot < most; slot++) {
            for (int end = words.size(); end >= 1; end--) {
                spell(new Range(0, end, slot), number, forms);
            }
            spell(new Range(words.size() - 1, words.size(), slot), number, forms);
        }
    }

    private void spell(Range range, Function<EndingRule, List<List<String>>> number, BiConsumer<String, String> forms) {
        List<InflectedForm> soFar = List.of(new InflectedForm("", ""));
        int done = 0;
        for (int i = 0; i < words.size(); i++) {
            MatchResult word = words.get(i);
            List<InflectedForm> options = options(i, range, number);
            String between = phrase.substring(done, word.start());
            soFar = soFar.stream()
                    .flatMap(front -> options.stream().map(option -> joined(front, between, option)))
                    .toList();
            done = word.end();
        }
        String rest = phrase.substring(done);
        soFar.forEach(form -> forms.accept(form.text() + rest, form.derivation()));
    }

    private List<InflectedForm> options(int word, Range range, Function<EndingRule, List<List<String>>> number) {
        EndingRule rule = ruleOfWord.get(word);
        String text = words.get(word).group();
        if (rule == null || !range.covers(word) || number.apply(rule).size() <= range.slot()) {
            return List.of(new InflectedForm(text, ""));
        }
        return number.apply(rule).get(range.slot()).stream()
                .map(ending -> new InflectedForm(rule.put(text, ending), rule.derivation(ending)))
                .toList();
    }

    private static InflectedForm joined(InflectedForm front, String between, InflectedForm next) {
        return new InflectedForm(
                front.text() + between + next.text(), (front.derivation() + " " + next.derivation()).strip());
    }

    /** Which words take which case. */
    private record Range(int from, int to, int slot) {
        boolean covers(int word) {
            return word >= from && word < to;
        }
    }
}
