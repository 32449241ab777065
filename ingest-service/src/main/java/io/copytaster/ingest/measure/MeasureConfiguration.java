package io.copytaster.ingest.measure;

import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.ledger.LedgerTotals;
import io.copytaster.ingest.ledger.Outcome;
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
        var totals = new CachedTotals(ledger::totals, clock, GOOD_FOR);
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

    private static Gauge.Builder<Supplier<Number>> gauge(IngestMeter meter, Supplier<Number> reading) {
        return Gauge.builder(meter.key(), reading);
    }
}
