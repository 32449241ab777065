package io.copytaster.text.inflection;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces the ending of a word.
 *
 * @param classes letters of the {@link WordClass}es that it serves
 * @param pattern what a word in lower case must look like
 * @param ending what is taken off
 * @param slots per grammatical case the endings put on, alternatives within a slot; words of one phrase agree by slot
 * @param pluralSlots the same for the plural
 */
record EndingRule(
        String classes, Pattern pattern, String ending, List<List<String>> slots, List<List<String>> pluralSlots) {

    boolean serves(WordClass wordClass) {
        return classes.indexOf(wordClass.letter()) >= 0;
    }

    boolean fits(String lowerCaseWord) {
        return lowerCaseWord.endsWith(ending) && pattern.matcher(lowerCaseWord).matches();
    }

    String put(String word, String newEnding) {
        return word.substring(0, word.length() - ending.length()) + newEnding;
    }

    String derivation(String newEnding) {
        return ending + "→" + newEnding;
    }
}
