package io.copytaster.enrichment.seen;

/** What the memory says about a revision that arrives. */
public sealed interface Sighting {

    /** Never met within the horizon. */
    record New() implements Sighting {}

    /** Never met, but a revision that replaces it was: it arrives late, by another lane. */
    record Superseded(String successor) implements Sighting {}

    /** Met before: nothing is left to do. */
    record Repeated() implements Sighting {}
}
