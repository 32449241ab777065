package io.copytaster.text.query;

/** The part of an article's text in which a clause looks. */
public enum Scope {
    /** Headline or body. */
    ANYWHERE(""),
    /** The headline only. */
    HEADLINE("headline:"),
    /** The first paragraph of the body. */
    LEAD("lead:"),
    /** The body only. */
    BODY("body:");

    private final String written;

    Scope(String written) {
        this.written = written;
    }

    /** The field as the query language writes it, with its colon; empty for anywhere. */
    public String written() {
        return written;
    }
}
