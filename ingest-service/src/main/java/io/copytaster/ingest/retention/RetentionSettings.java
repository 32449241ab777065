package io.copytaster.ingest.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the service remembers.
 *
 * @param articles since an article's last change; afterwards the same text counts as new
 * @param ledger since the last sighting of a line; the totals stay
 * @param receipts since a receipt was given; afterwards its key may be used again
 * @param entries since a feed showed an entry last; afterwards the same entry counts as new
 * @param changes of what happened to feeds
 * @param pending how long an unconfirmed item may turn up on the log before it counts as rejected
 * @param chunk rows that one statement removes at most
 */
@ConfigurationProperties(prefix = "copytaster.retention", ignoreUnknownFields = false)
record RetentionSettings(
        @DefaultValue("400d") Duration articles,
        @DefaultValue("90d") Duration ledger,
        @DefaultValue("2d") Duration receipts,
        @DefaultValue("400d") Duration entries,
        @DefaultValue("90d") Duration changes,
        @DefaultValue("1h") Duration pending,
        @DefaultValue("5000") int chunk) {

    RetentionSettings {
        refuseShorterThan(Duration.ofDays(1), "articles", articles);
        refuseShorterThan(Duration.ofDays(1), "ledger", ledger);
        refuseShorterThan(Duration.ofMinutes(1), "receipts", receipts);
        refuseShorterThan(Duration.ofDays(1), "entries", entries);
        refuseShorterThan(Duration.ofDays(1), "changes", changes);
        refuseShorterThan(Duration.ofMinutes(1), "pending", pending);
        if (chunk < 1 || chunk > 100_000) {
            throw new IllegalArgumentException("expected 1 to 100000 in copytaster.retention.chunk, got " + chunk);
        }
    }

    private static void refuseShorterThan(Duration shortest, String key, Duration value) {
        if (value.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "expected at least " + shortest + " in copytaster.retention." + key + ", got " + value);
        }
    }
}
