package io.copytaster.ingest.publisher;

import java.util.regex.Pattern;

/**
 * Publishers that speak with one voice: a news agency, or the titles of one owner.
 *
 * @param id lower-case letters, digits and hyphens; never re-used for another family
 * @param kind what holds the family together
 * @param name for people
 */
public record PublisherFamily(String id, Kind kind, String name) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
    private static final int LONGEST_NAME = 200;

    /** What holds a family together. */
    public enum Kind {
        /** Its texts are meant to be reprinted by others. */
        AGENCY,
        /** Its titles share an owner, and often their texts. */
        OWNER
    }

    public PublisherFamily {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "expected a family id of lower-case letters, digits and hyphens, got \"" + id + "\"");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("expected a name of 1 to " + LONGEST_NAME + " characters for family "
                    + id + ", got " + name.length());
        }
    }
}
