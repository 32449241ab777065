package io.copytaster.text.token;

/** What stands between a token and the one before it. */
public enum Gap {
    /** Nothing, or a sign that joins: apostrophe, hyphen, middle dot, a quotation mark inside an abbreviation. */
    JOINED,
    SPACE,
    /** A full stop that ends no sentence: U.S., St. Petersburg. */
    DOT,
    /** Anything that a name does not cross. */
    STOP
}
