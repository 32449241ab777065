package io.copytaster.ingest.measure;

import io.copytaster.ingest.health.Condition;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.ledger.LedgerTotals;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.source.Feeds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the metrics that are read from the ledger. */
@Configuration
class MeasureConfiguration {

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    @Bean
    MeterBinder ledgerMeters(Ledger ledger, Clock clock) {
        var totals = new CachedReading<>(ledger::totals, clock, GOOD_FOR);
        return registry -> {
            gauge(IngestMeter.TAKEN, () -> totals.read(LedgerTotals::taken)).register(registry);
            gauge(IngestMeter.UNACCOUNTED, () -> totals.read(LedgerTotals::unaccounted))
                    .register(registry);
            for (var outcome : Outcome.values()) {
                gauge(IngestMeter.ITEMS, () -> totals.read(all -> all.of(outcome)))
                        .tag("outcome", outcome.word())
                        .register(registry);
            }
        };
    }

    /** How many feeds are in which condition; read at most every few seconds. */
    @Bean
    MeterBinder feedMeters(Feeds feeds, Clock clock) {
        var conditions = new CachedReading<>(feeds::conditions, clock, GOOD_FOR);
        return registry -> {
            for (var condition : Condition.values()) {
                gauge(IngestMeter.FEEDS, () -> conditions.read(counts -> counts.getOrDefault(condition.word(), 0L)))
                        .tag("state", condition.word())
                        .register(registry);
            }
        };
    }

    private static Gauge.Builder<Supplier<Number>> gauge(IngestMeter meter, Supplier<Number> reading) {
        return Gauge.builder(meter.key(), reading);
    }
}
