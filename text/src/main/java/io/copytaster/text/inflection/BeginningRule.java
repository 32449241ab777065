package io.copytaster.text.inflection;

import java.util.List;

/**
 * Puts something before a word: a particle, a preposition, a concord.
 *
 * @param classes letters of the {@link WordClass}es that it serves
 * @param beginning what is taken off; may be empty
 * @param replacements what is put there
 */
record BeginningRule(String classes, String beginning, List<String> replacements) {

    boolean fits(WordClass wordClass, String phrase) {
        return classes.indexOf(wordClass.letter()) >= 0 && phrase.startsWith(beginning);
    }
}
