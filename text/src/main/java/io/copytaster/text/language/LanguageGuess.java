package io.copytaster.text.language;

/**
 * A language and how sure we are.
 *
 * @param language BCP 47 primary subtag; {@code und} where the text gives no clue
 * @param confidence 0 to 1
 */
public record LanguageGuess(String language, double confidence) {

    /** The guess for a text without letters. */
    public static final LanguageGuess UNKNOWN = new LanguageGuess("und", 0);
}
