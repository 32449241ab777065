package io.copytaster.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * Why something offered is not taken in.
 *
 * @param kind what kind of answer the sender gets
 * @param field the field at fault, where it is one field
 * @param sentence what was expected, what came, what to do; never the article's text
 */
public record Refusal(Kind kind, @Nullable String field, String sentence) {

    /** What kind of answer a refusal gives. */
    public enum Kind {
        INVALID,
        TOO_LARGE
    }

    /** A field holds something else than it should. */
    public static Refusal invalid(@Nullable String field, String sentence) {
        return new Refusal(Kind.INVALID, field, sentence);
    }

    /** A field, or all of it, is larger than we take. */
    public static Refusal tooLarge(@Nullable String field, String sentence) {
        return new Refusal(Kind.TOO_LARGE, field, sentence);
    }
}
