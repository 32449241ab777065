package io.copytaster.text.query;

import java.util.Locale;

/** What is known of an article beside its text. */
public enum Attribute {
    /** Part of the URL, without regard to case. */
    URL,
    /** BCP 47 language; {@code pt} also finds {@code pt-BR}. */
    LANGUAGE,
    /** The feed it came from. */
    SOURCE,
    /** The outlet or its family, folded. */
    PUBLISHER,
    /** Words of the byline. */
    BYLINE;

    /** The field as the query language writes it, with its colon. */
    public String written() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
