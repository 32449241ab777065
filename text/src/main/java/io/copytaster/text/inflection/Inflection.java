package io.copytaster.text.inflection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Derives the forms of phrases by the rules of one language; a language without rules derives none. Generous on purpose: a form
 * that no speaker uses costs a few bytes, a missing one costs a mention. At most {@value #MOST_FORMS} forms a phrase. Immutable.
 */
public final class Inflection {

    /** Bound on the forms of one phrase. */
    public static final int MOST_FORMS = 800;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST_INFLECTED = 3;
    private static final Map<String, Inflection> LANGUAGES = new ConcurrentHashMap<>();

    private final String language;
    private final RuleBook rules;

    private Inflection(String language, RuleBook rules) {
        this.language = language;
        this.rules = rules;
    }

    /** The rules for a BCP 47 primary subtag. */
    public static Inflection of(String language) {
        return LANGUAGES.computeIfAbsent(language, key -> new Inflection(key, RuleReader.read(key)));
    }

    /** All derived forms, the phrase itself not among them. */
    public List<InflectedForm> forms(String phrase, WordClass wordClass) {
        if (wordClass == WordClass.NONE) {
            return List.of();
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(phrase, "");
        decline(phrase, wordClass, forms);
        changeLastWord(phrase, wordClass, forms);
        putArticles(phrase, wordClass, forms);
        putBeginnings(wordClass, forms);
        forms.remove(phrase);
        return forms.entrySet().stream()
                .map(form -> new InflectedForm(form.getKey(), language + " " + form.getValue()))
                .toList();
    }

    private void decline(String phrase, WordClass wordClass, Map<String, String> forms) {
        Declension declension = new Declension(phrase, words(phrase), wordClass, rules.declensions());
        declension.forms((text, derivation) -> add(forms, text, derivation));
    }

    private void changeLastWord(String phrase, WordClass wordClass, Map<String, String> forms) {
        List<MatchResult> words = words(phrase);
        if (words.isEmpty() || !mayChange(words.getLast().group())) {
            return;
        }
        MatchResult last = words.getLast();
        Optional<EndingRule> found = RuleBook.first(rules.endings(), wordClass, lower(last.group()));
        found.ifPresent(rule -> rule.slots()
                .forEach(slot -> add(
                        forms,
                        phrase.substring(0, last.start())
                                + rule.put(last.group(), slot.getFirst())
                                + phrase.substring(last.end()),
                        rule.derivation(slot.getFirst()))));
    }

    private void putArticles(String phrase, WordClass wordClass, Map<String, String> forms) {
        for (BeginningRule rule : rules.articles()) {
            if (!rule.fits(wordClass, phrase)) {
                continue;
            }
            for (Map.Entry<String, String> form : List.copyOf(forms.entrySet())) {
                putArticle(rule.replacements().getFirst(), form, forms);
            }
        }
    }

    private void putArticle(String article, Map.Entry<String, String> form, Map<String, String> forms) {
        List<MatchResult> words = words(form.getKey());
        if (words.isEmpty()) {
            return;
        }
        String derivation = (form.getValue() + " " + article + "+").strip();
        add(forms, WORD.matcher(form.getKey()).replaceAll(word -> withArticle(word.group(), article)), derivation);
        MatchResult last = words.getLast();
        add(forms, form.getKey().substring(0, last.start()) + withArticle(last.group(), article), derivation);
    }

    private static String withArticle(String word, String article) {
        return word.startsWith(article) ? word : article + word;
    }

    private void putBeginnings(WordClass wordClass, Map<String, String> forms) {
        for (Map.Entry<String, String> form : List.copyOf(forms.entrySet())) {
            rules.beginnings().stream()
                    .filter(rule -> rule.fits(wordClass, form.getKey()))
                    .findFirst()
                    .ifPresent(rule -> rule.replacements()
                            .forEach(beginning -> add(
                                    forms,
                                    beginning
                                            + form.getKey()
                                                    .substring(rule.beginning().length()),
                                    (form.getValue() + " " + beginning + "+").strip())));
        }
    }

    private static void add(Map<String, String> forms, String text, String derivation) {
        if (forms.size() < MOST_FORMS) {
            forms.putIfAbsent(text, derivation);
        }
    }

    private static List<MatchResult> words(String phrase) {
        return WORD.matcher(phrase).results().toList();
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Acronyms and particles stay as they are. */
    static boolean mayChange(String word) {
        boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(lower(word));
        return !acronym && word.length() >= SHORTEST_INFLECTED;
    }
}
