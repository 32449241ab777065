package io.copytaster.enrichment.publish;

import java.nio.charset.StandardCharsets;

/** Headers of an enriched record that its readers can use without decoding the value. */
public final class ResultHeaders {

    /** The revision's identity: CloudEvents' id of the record. */
    public static final String REVISION = "ce_id";

    /** The revision that this one replaces; absent for the first of an article. */
    public static final String PREVIOUS_REVISION = "previous-revision";

    /** A revision that replaces this one and was enriched before it: no alert should be raised for this one. */
    public static final String SUPERSEDED_BY = "superseded-by";

    private ResultHeaders() {}

    /** A header's value for a text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of a header's value. */
    public static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
