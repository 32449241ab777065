package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.entity.CaseRule;
import io.copytaster.text.token.Tokens;
import java.text.Normalizer;

/** Compares the capitals of a form with those of the text. */
final class CaseCheck {

    private CaseCheck() {}

    static boolean passes(Form form, Tokens tokens, int first) {
        for (int i = 0; i < form.words().size(); i++) {
            if (!passes(form.caseRule(), form.words().get(i), tokens.original(first + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean passes(CaseRule rule, String wanted, String found) {
        return switch (rule) {
            case ANY -> true;
            case EXACT -> sameCapitals(wanted, found);
            case INITIAL_UPPER -> !beginsUpper(wanted) || beginsUpper(found);
            case UPPER_OR_TITLE -> !beginsUpper(wanted) || isUpperOrTitle(found);
        };
    }

    private static boolean beginsUpper(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    private static boolean isUpperOrTitle(String word) {
        String rest = word.substring(Character.charCount(word.codePointAt(0)));
        boolean small = rest.codePoints().anyMatch(Character::isLowerCase);
        boolean capital = rest.codePoints().anyMatch(Character::isUpperCase);
        return beginsUpper(word) && !(small && capital);
    }

    /** Equal capitals letter by letter; accents and look-alikes were compared before and do not count here. */
    private static boolean sameCapitals(String wanted, String found) {
        return wanted.equals(found) || capitals(wanted).equals(capitals(found));
    }

    private static String capitals(String word) {
        StringBuilder shape = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> shape.append(Character.isUpperCase(c) ? 'A' : 'a'));
        return shape.toString();
    }
}
