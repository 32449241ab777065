package io.copytaster.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what {@link AlertMetric} declares; every meter exists from the start. Thread-safe. */
public final class AlertMetrics {

    private final MeterRegistry meters;

    public AlertMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var end : ArticleEnd.values()) {
            articles(end).increment(0);
        }
        matches(0);
    }

    /** How an enriched article ended at the matcher. */
    public enum ArticleEnd {
        MATCHED,
        UNMATCHED,
        WITHDRAWN,
        SUPERSEDED,
        POISONED
    }

    /** An article was read and came to this end. */
    public void article(ArticleEnd end) {
        articles(end).increment();
    }

    /** So many matches were found. */
    public void matches(int count) {
        Counter.builder(AlertMetric.MATCHES_FOUND.meter())
                .description(AlertMetric.MATCHES_FOUND.description())
                .register(meters)
                .increment(count);
    }

    /** An alert was raised so long after its article was enriched. */
    public void delay(Duration delay) {
        Timer.builder(AlertMetric.DELAY.meter())
                .description(AlertMetric.DELAY.description())
                .register(meters)
                .record(delay);
    }

    /** The store's counts of matches and alerts, asked at each scrape. */
    void stored(Supplier<Map<String, Long>> counts) {
        for (var outcome : new String[] {"alerting", "folded", "withheld"}) {
            stored(AlertMetric.MATCHES, "outcome", outcome, counts);
        }
        for (var state : new String[] {"published", "unpublished"}) {
            stored(AlertMetric.ALERTS, "state", state, counts);
        }
    }

    /** The number of watches held. */
    void watches(Supplier<Number> size) {
        Gauge.builder(AlertMetric.WATCHES.meter(), size)
                .description(AlertMetric.WATCHES.description())
                .register(meters);
    }

    private void stored(AlertMetric metric, String tag, String value, Supplier<Map<String, Long>> counts) {
        Gauge.builder(metric.meter(), () -> counts.get().getOrDefault(value, 0L))
                .description(metric.description())
                .tag(tag, value)
                .register(meters);
    }

    private Counter articles(ArticleEnd end) {
        return Counter.builder(AlertMetric.ARTICLES.meter())
                .description(AlertMetric.ARTICLES.description())
                .tag("outcome", end.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
