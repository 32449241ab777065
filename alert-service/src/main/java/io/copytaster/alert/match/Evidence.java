package io.copytaster.alert.match;

/**
 * The piece of text that caused a tag or a match.
 *
 * @param field which text of the article
 * @param start first code point
 * @param end one past the last code point
 * @param exact the text itself, in the original language and script
 * @param prefix up to 32 code points before
 * @param suffix up to 32 code points after
 * @param alias the catalogue's alias or cue that fired; empty for words of a query
 * @param derivation how the form came from the alias
 * @param rule the catalogue rule, with the guard that confirmed a weak alias
 */
public record Evidence(
        TextField field,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        String alias,
        String derivation,
        String rule) {

    /** Which text of an article. */
    public enum TextField {
        UNKNOWN,
        HEADLINE,
        BODY
    }
}
