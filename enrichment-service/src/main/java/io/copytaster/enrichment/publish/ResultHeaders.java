package io.copytaster.enrichment.publish;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** Headers of an enriched record that its readers can use without decoding the value. */
public final class ResultHeaders {

    /** The revision's identity: CloudEvents' id of the record. */
    public static final String REVISION = "ce_id";

    /** The revision that this one replaces; absent for the first of an article. */
    public static final String PREVIOUS_REVISION = "previous-revision";

    /** A revision that replaces this one and was enriched before it: no alert should be raised for this one. */
    public static final String SUPERSEDED_BY = "superseded-by";

    private ResultHeaders() {}

    /** The text of a header, if it is there. */
    public static Optional<String> text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
