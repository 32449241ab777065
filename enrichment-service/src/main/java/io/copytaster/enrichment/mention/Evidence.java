package io.copytaster.enrichment.mention;

/**
 * The piece of text that caused a tag.
 *
 * @param start first Unicode code point in the field
 * @param end one past the last code point
 * @param exact the text between the offsets, never altered
 * @param prefix up to 32 code points before
 * @param suffix up to 32 code points after
 * @param alias the catalogue's name or cue that fired
 * @param derivation how the form found came from the alias: {@code base} or the rule
 * @param rule the catalogue rule that let it count
 */
public record Evidence(
        Field field,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        String alias,
        String derivation,
        String rule) {

    public Evidence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("evidence needs 0 <= start < end, got " + start + " and " + end);
        }
    }
}
