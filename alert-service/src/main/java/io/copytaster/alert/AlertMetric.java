package io.copytaster.alert;

/**
 * The meters of matching and alerting. Counters of articles count a batch again when it was rolled back and came again;
 * gauges are read from the store, so that they survive a crash. These sums hold:
 *
 * <ul>
 *   <li>matches{alerting} + matches{folded} + matches{withheld} = matches on {@code news.watch-matched} that were decided;
 *   <li>alerts{published} + alerts{unpublished} = matches{alerting}, within the retention.
 * </ul>
 */
enum AlertMetric {
    /** Counter by outcome: articles read: matched, unmatched, withdrawn, superseded, poisoned. */
    ARTICLES("copytaster.alert.articles", "enriched articles by their end at the matcher"),
    /** Counter: matches found. */
    MATCHES_FOUND("copytaster.alert.matches.found", "matches found"),
    /** Gauge by outcome: matches decided: alerting, folded, withheld. */
    MATCHES("copytaster.alert.matches", "matches in the store by what became of them"),
    /** Gauge by state: alerts: published, unpublished. */
    ALERTS("copytaster.alert.alerts", "alerts in the store by being published"),
    /** Gauge: watches that the matcher holds. */
    WATCHES("copytaster.alert.watches", "active watches in the matcher"),
    /** Timer: from the enriched article to the alert's row. */
    DELAY("copytaster.alert.delay", "from enriched to raised");

    private final String meter;
    private final String description;

    AlertMetric(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /** The meter's name, public and only ever added to. */
    public String meter() {
        return meter;
    }

    /** One sentence for dashboards. */
    public String description() {
        return description;
    }
}
