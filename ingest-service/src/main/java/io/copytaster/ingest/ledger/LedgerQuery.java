package io.copytaster.ingest.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for lines of the ledger; what is null does not narrow.
 *
 * @param outcomes none for all
 * @param url as received
 * @param since lines that changed at that instant or later
 * @param after the position of the last line already read
 */
public record LedgerQuery(
        List<Outcome> outcomes,
        @Nullable String articleId,
        @Nullable String url,
        @Nullable Instant since,
        long after,
        int limit) {

    public LedgerQuery {
        outcomes = List.copyOf(outcomes);
    }
}
