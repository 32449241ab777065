package io.copytaster.text.language;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by script where one script means one language, else by counting small words and rare letters; the publisher's claim
 * weighs as much as {@value #CLAIM_WEIGHT} words. Reads at most {@value #ENOUGH} characters.
 */
public final class FunctionWordLanguages implements Languages {

    /** Characters after which the language is known. */
    static final int ENOUGH = 4_000;

    /** The claim decides short and unclear texts and loses against a clear one. */
    static final double CLAIM_WEIGHT = 4;

    private static final double LETTER_WEIGHT = 0.6;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

    private static final Map<UnicodeScript, String> ONLY_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.SINHALA, "si"));

    private final FunctionWords words;

    public FunctionWordLanguages() {
        this.words = FunctionWords.fromClasspath();
    }

    @Override
    public LanguageGuess guess(String text, @Nullable String claimed) {
        ScriptCensus census = ScriptCensus.of(text, ENOUGH);
        String claim = primary(claimed);
        if (census.letters() == 0) {
            return claim.isEmpty() ? LanguageGuess.UNKNOWN : new LanguageGuess(claim, 0.5);
        }
        UnicodeScript script = census.main();
        String only = ONLY_LANGUAGE.get(script);
        if (only != null) {
            return new LanguageGuess(claimFits(claim, script) ? claim : only, 0.98);
        }
        return byWords(text, script, claim);
    }

    /** A claim of a language that we have no profile of, in a script that several share, is believed. */
    private boolean claimFits(String claim, UnicodeScript script) {
        return !claim.isEmpty()
                && !ONLY_LANGUAGE.containsValue(claim)
                && !words.scripts().containsKey(claim)
                && script != UnicodeScript.HIRAGANA
                && script != UnicodeScript.HANGUL;
    }

    private LanguageGuess byWords(String text, UnicodeScript script, String claim) {
        Map<String, Double> scores = scores(text, script);
        if (!claim.isEmpty() && fits(claim, script)) {
            scores.merge(claim, CLAIM_WEIGHT, Double::sum);
        }
        Map.Entry<String, Double> best = scores.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(Map.entry("und", 0.0));
        if (best.getValue() == 0) {
            return LanguageGuess.UNKNOWN;
        }
        double second = scores.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(best.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        double margin = (best.getValue() - second) / best.getValue();
        double amount = 1 - Math.exp(-best.getValue() / 4);
        return new LanguageGuess(best.getKey(), Math.min(0.99, 0.4 + 0.6 * Math.sqrt(margin) * amount));
    }

    private boolean fits(String claim, UnicodeScript script) {
        String known = words.scripts().get(claim);
        return known == null ? !ONLY_LANGUAGE.containsValue(claim) : known.contains(script.name());
    }

    private Map<String, Double> scores(String text, UnicodeScript script) {
        Map<String, Double> scores = new HashMap<>();
        String start = text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ROOT);
        NOT_WORD.splitAsStream(start)
                .flatMap(word -> words.words().getOrDefault(word, List.of()).stream())
                .forEach(language -> scores.merge(language, 1.0, Double::sum));
        start.chars()
                .filter(c -> c > 'z')
                .forEach(c -> words.letters()
                        .getOrDefault((char) c, List.of())
                        .forEach(language -> scores.merge(language, LETTER_WEIGHT, Double::sum)));
        scores.keySet().removeIf(language -> !fits(language, script));
        return scores;
    }

    private static String primary(@Nullable String claimed) {
        if (claimed == null || claimed.isBlank() || claimed.equals("und")) {
            return "";
        }
        String primary = claimed.strip().split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
        return primary.equals("nb") ? "no" : primary;
    }
}
