package io.copytaster.text.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of each script a text has. */
final class ScriptCensus {

    private final Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    private int letters;

    static ScriptCensus of(String text, int limit) {
        ScriptCensus census = new ScriptCensus();
        text.codePoints().limit(limit).filter(Character::isLetter).forEach(census::count);
        return census;
    }

    private void count(int codePoint) {
        counts.merge(UnicodeScript.of(codePoint), 1, Integer::sum);
        letters++;
    }

    int letters() {
        return letters;
    }

    double share(UnicodeScript script) {
        return letters == 0 ? 0 : counts.getOrDefault(script, 0) / (double) letters;
    }

    /** The script with most letters; Japanese counts as Kana, whatever its share of Han. */
    UnicodeScript main() {
        if (share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA) > 0.1) {
            return UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.UNKNOWN);
    }
}
