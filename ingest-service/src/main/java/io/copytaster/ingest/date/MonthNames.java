package io.copytaster.ingest.date;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names of months in the languages that news are written in, full, short and inflected, from Unicode's Common Locale Data Repository as Java carries
 * it. Accents and dots do not matter, and the first three letters suffice. Where languages disagree (<em>listopad</em>) the one with more readers wins.
 */
final class MonthNames {

    /** By number of readers, roughly; an earlier language wins. */
    private static final String LANGUAGES =
            "en es fr de pt ru it zh ja ar tr pl nl uk id cs sv vi ko fa el ro hu bg sr hr da nb fi he th sk sl ca et"
                + " lv lt ms hi bn ur ka hy az kk uz be mk sq bs is ga cy eu gl mt sw fil af ta te ml kn mr gu pa ne"
                + " si my km lo mn";

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3;
    /** Hebrew writes "in" and the month as one word. */
    private static final char IN_HEBREW = 'ב';

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

    private static final Map<String, Integer> ENGLISH = english();

    private MonthNames() {}

    /** Names of all languages, and the words that start with them; made when a name is not English. */
    private static final class Worldwide {

        static final Map<String, Integer> EXACT = exact();
        static final TreeMap<String, Integer> SORTED = new TreeMap<>(EXACT);

        private static Map<String, Integer> exact() {
            Map<String, Integer> names = new HashMap<>();
            for (String language : LANGUAGES.split(" ", -1)) {
                Locale locale = Locale.of(language);
                for (TextStyle style : STYLES) {
                    for (Month month : Month.values()) {
                        String name = folded(month.getDisplayName(style, locale).toLowerCase(locale));
                        if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
                            names.putIfAbsent(name, month.getValue());
                        }
                    }
                }
            }
            return names;
        }
    }

    /** The number of the month that a word in lower case names. */
    static Optional<Integer> month(String word) {
        String name = folded(word);
        Integer english = ENGLISH.get(name);
        if (english != null) {
            return Optional.of(english);
        }
        if (name.length() < 2 || name.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        return Optional.ofNullable(Worldwide.EXACT.get(name))
                .or(() -> beginning(name))
                .or(() -> name.charAt(0) == IN_HEBREW ? beginning(name.substring(1)) : Optional.empty());
    }

    /** The month that all names with this beginning mean, and be it an abbreviation that no authority lists. */
    private static Optional<Integer> beginning(String name) {
        if (name.length() < SHORTEST) {
            return Optional.empty();
        }
        List<Integer> meanings = Worldwide.SORTED.subMap(name, name + Character.MAX_VALUE).values().stream()
                .distinct()
                .toList();
        return meanings.size() == 1 ? Optional.of(meanings.getFirst()) : inflected(name);
    }

    /** The month whose name, of some length, the word starts with: an ending that is not listed. */
    private static Optional<Integer> inflected(String name) {
        for (int length = name.length() - 1; length > SHORTEST; length--) {
            Integer month = Worldwide.EXACT.get(name.substring(0, length));
            if (month != null) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static String folded(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return bare.replace(".", "").replace("ς", "σ").strip();
    }

    private static Map<String, Integer> english() {
        Map<String, Integer> names = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            names.put(name, month.getValue());
            names.put(name.substring(0, SHORTEST), month.getValue());
        }
        names.put("sept", Month.SEPTEMBER.getValue());
        return Map.copyOf(names);
    }
}
