package io.copytaster.enrichment;

/**
 * The meters of enrichment-service. Counters move only when a transaction is committed, so these sums hold at any time
 * between two batches, per stream:
 *
 * <ul>
 *   <li>read = Σ settled over outcome: enriched, superseded, repeated, poisoned, failed, oversized;
 *   <li>records on {@code news.article-enriched} = settled{enriched} + settled{superseded};
 *   <li>records on the dead letters = settled{poisoned} + settled{failed} + settled{oversized}.
 * </ul>
 *
 * Tag {@code stream} is the lane that was read, two values; {@code outcome} has six.
 */
enum EnrichmentMetric {
    /** Counter by stream: records read. */
    READ("copytaster.enrichment.read", "records read, in committed transactions"),
    /** Counter by stream and outcome: how they ended. */
    SETTLED("copytaster.enrichment.settled", "records by their end, in committed transactions"),
    /** Counter: mentions beyond the bound, counted and not listed. */
    MENTIONS_OMITTED("copytaster.enrichment.mentions.omitted", "mentions beyond the bound of one article"),
    /** Counter: transactions that were rolled back and came again. */
    ROLLED_BACK("copytaster.enrichment.rolled.back", "transactions rolled back"),
    /** Timer: from the poll's result to the end of the transaction. */
    BATCH("copytaster.enrichment.batch", "time of one batch, commit included"),
    /** Timer: from ingest to the commit of the enriched record, live lane only. */
    DELAY("copytaster.enrichment.delay", "from ingest to enriched, live lane"),
    /** Gauge: revisions remembered for recognising repeats. */
    SEEN("copytaster.enrichment.seen", "revisions remembered");

    private final String meter;
    private final String description;

    EnrichmentMetric(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /** The meter's name, public and only ever added to. */
    String meter() {
        return meter;
    }

    /** One sentence for dashboards. */
    String description() {
        return description;
    }
}
