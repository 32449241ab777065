package io.copytaster.enrichment;

import io.copytaster.enrichment.publish.Outcome;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Counts what {@link EnrichmentMetric} declares; every counter exists from the start, at zero. Thread-safe. */
public final class EnrichmentMetrics {

    private final MeterRegistry meters;

    public EnrichmentMetrics(MeterRegistry meters, List<String> streams) {
        this.meters = meters;
        streams.forEach(stream -> {
            read(stream, 0);
            for (var outcome : Outcome.values()) {
                settled(stream, outcome, 0);
            }
        });
        mentionsOmitted(0);
        counter(EnrichmentMetric.ROLLED_BACK).increment(0);
    }

    void read(String stream, long records) {
        counter(EnrichmentMetric.READ, "stream", stream).increment((double) records);
    }

    void settled(String stream, Outcome outcome, long records) {
        counter(
                        EnrichmentMetric.SETTLED,
                        "stream",
                        stream,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment((double) records);
    }

    void mentionsOmitted(long mentions) {
        counter(EnrichmentMetric.MENTIONS_OMITTED).increment((double) mentions);
    }

    void batch(Duration time) {
        timer(EnrichmentMetric.BATCH).record(time);
    }

    void delay(Duration time) {
        timer(EnrichmentMetric.DELAY).record(time);
    }

    /** A transaction was rolled back and its records come again. */
    public void rolledBack() {
        counter(EnrichmentMetric.ROLLED_BACK).increment();
    }

    /** Where to read how many revisions are remembered. */
    public void seen(SeenRevisions seen) {
        Gauge.builder(EnrichmentMetric.SEEN.meter(), seen, SeenRevisions::size)
                .description(EnrichmentMetric.SEEN.description())
                .register(meters);
    }

    private Counter counter(EnrichmentMetric metric, String... tags) {
        return Counter.builder(metric.meter())
                .description(metric.description())
                .tags(tags)
                .register(meters);
    }

    private Timer timer(EnrichmentMetric metric) {
        return Timer.builder(metric.meter()).description(metric.description()).register(meters);
    }
}
