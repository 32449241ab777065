package io.copytaster.text.inflection;

import java.util.List;
import java.util.Optional;

/**
 * The rules of one language.
 *
 * @param declensions rules whose slots agree between the words of a phrase; the first that fits a word serves
 * @param endings rules for the last word alone; the first that fits serves
 * @param articles put before every word of a noun phrase, or before the last
 * @param beginnings put before the first word, after all other rules; the first that fits serves
 */
record RuleBook(
        List<EndingRule> declensions,
        List<EndingRule> endings,
        List<BeginningRule> articles,
        List<BeginningRule> beginnings) {

    static final RuleBook EMPTY = new RuleBook(List.of(), List.of(), List.of(), List.of());

    static Optional<EndingRule> first(List<EndingRule> rules, WordClass wordClass, String word) {
        return rules.stream()
                .filter(rule -> rule.serves(wordClass) && rule.fits(word))
                .findFirst();
    }
}
