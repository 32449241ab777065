package io.copytaster.text.inflection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a language's rule file. A line is {@code decline CLASSES ENDING : slot slot : plural slots}, {@code end CLASSES ENDING :
 * endings}, {@code article CLASSES : words} or {@code begin CLASSES BEGINNING : words}. ENDING is {@code keep·strip}: a
 * regular expression that stays and the letters that go; {@code *} is any word, {@code -} nothing, {@code /} parts
 * alternatives, {@code (a|b)(c|d)} multiplies.
 */
final class RuleReader {

    private static final Pattern COLON = Pattern.compile("\\s+:\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SLASH = Pattern.compile("/");

    private final List<EndingRule> declensions = new ArrayList<>();
    private final List<EndingRule> endings = new ArrayList<>();
    private final List<BeginningRule> articles = new ArrayList<>();
    private final List<BeginningRule> beginnings = new ArrayList<>();

    static RuleBook read(String language) {
        try (InputStream file = RuleReader.class.getResourceAsStream(language + ".rules")) {
            return file == null ? RuleBook.EMPTY : new RuleReader().read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of language " + language + " are unreadable", e);
        }
    }

    private RuleBook read(InputStream file) {
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::readLine);
        return new RuleBook(declensions, endings, articles, beginnings);
    }

    private void readLine(String line) {
        List<String> parts = Arrays.asList(COLON.split(line.strip(), -1));
        List<String> head = Arrays.asList(SPACE.split(parts.getFirst(), -1));
        List<String> words = words(parts.get(1));
        switch (head.getFirst()) {
            case "decline" -> declensions.add(declension(head, parts));
            case "end" -> endings.add(rule(head, words.stream().map(List::of).toList(), List.of()));
            case "article" -> articles.add(new BeginningRule(head.get(1), "", words));
            case "begin" -> beginnings.add(new BeginningRule(head.get(1), text(head.get(2)), words));
            default ->
                throw new IllegalArgumentException(
                        "a rule begins with decline, end, article or begin, got " + head.getFirst());
        }
    }

    private static EndingRule declension(List<String> head, List<String> parts) {
        return rule(head, slots(parts.get(1)), parts.size() > 2 ? slots(parts.get(2)) : List.of());
    }

    private static EndingRule rule(List<String> head, List<List<String>> slots, List<List<String>> plural) {
        String ending = head.get(2);
        int dot = ending.indexOf('·');
        String keep = dot < 0 ? "" : ending.substring(0, dot);
        String strip = text(dot < 0 ? ending : ending.substring(dot + 1));
        Pattern pattern = Pattern.compile(".*" + keep + Pattern.quote(strip));
        return new EndingRule(head.get(1), pattern, strip, slots, plural);
    }

    private static List<List<String>> slots(String text) {
        return SPACE.splitAsStream(text.strip())
                .map(slot -> SLASH.splitAsStream(slot).map(RuleReader::text).toList())
                .toList();
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip())
                .flatMap(word -> product(word).stream())
                .map(RuleReader::text)
                .distinct()
                .toList();
    }

    /** Spells out {@code (a|b)(c|d)} as ac, ad, bc, bd. */
    private static List<String> product(String word) {
        int open = word.lastIndexOf('(');
        if (open < 0) {
            return List.of(word);
        }
        List<String> results = new ArrayList<>();
        String last = word.substring(open + 1, word.length() - 1);
        for (String front : product(word.substring(0, open))) {
            for (String option : last.split("\\|", -1)) {
                results.add(text(front) + text(option));
            }
        }
        return results;
    }

    private static String text(String word) {
        return word.equals("-") || word.equals("*") ? "" : word;
    }
}
