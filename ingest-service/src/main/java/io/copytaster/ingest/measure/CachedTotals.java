package io.copytaster.ingest.measure;

import io.copytaster.ingest.ledger.LedgerTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the totals for all the metrics of one scrape, so that their sums fit. Thread-safe. */
final class CachedTotals {

    private static final Logger LOG = LoggerFactory.getLogger(CachedTotals.class);

    private final Supplier<LedgerTotals> source;
    private final InstantSource clock;
    private final Duration goodFor;
    private Instant readAt = Instant.MIN;
    private Optional<LedgerTotals> last = Optional.empty();

    CachedTotals(Supplier<LedgerTotals> source, InstantSource clock, Duration goodFor) {
        this.source = source;
        this.clock = clock;
        this.goodFor = goodFor;
    }

    /** A number among the totals; not a number while the database does not answer. */
    double read(ToLongFunction<LedgerTotals> number) {
        return get().map(totals -> (double) number.applyAsLong(totals)).orElse(Double.NaN);
    }

    private synchronized Optional<LedgerTotals> get() {
        var now = clock.instant();
        if (readAt.isBefore(now.minus(goodFor))) {
            last = read();
            readAt = now;
        }
        return last;
    }

    private Optional<LedgerTotals> read() {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("totals cannot be read now");
            return Optional.empty();
        }
    }
}
