package io.copytaster.ingest.opml;

import java.util.List;

/** What became of a document: a list of feeds, or why it is none. */
public sealed interface OpmlReading {

    /**
     * A list was read.
     *
     * @param feeds in the order of the document, each address once
     * @param warnings what was left out, for people
     */
    record Read(List<OpmlFeed> feeds, List<String> warnings) implements OpmlReading {

        public Read {
            feeds = List.copyOf(feeds);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No list could be read.
     *
     * @param reason what was expected and what came, for people
     */
    record Refused(String reason) implements OpmlReading {}
}
