package io.copytaster.ingest.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the database for all the metrics of one scrape, so that their sums fit. Thread-safe. */
final class CachedReading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(CachedReading.class);

    private final Supplier<T> source;
    private final InstantSource clock;
    private final Duration goodFor;
    private Instant readAt = Instant.MIN;
    private Optional<T> last = Optional.empty();

    CachedReading(Supplier<T> source, InstantSource clock, Duration goodFor) {
        this.source = source;
        this.clock = clock;
        this.goodFor = goodFor;
    }

    /** A number among the totals; not a number while the database does not answer. */
    double read(ToLongFunction<T> number) {
        return get().map(totals -> (double) number.applyAsLong(totals)).orElse(Double.NaN);
    }

    private synchronized Optional<T> get() {
        var now = clock.instant();
        if (readAt.isBefore(now.minus(goodFor))) {
            last = read();
            readAt = now;
        }
        return last;
    }

    private Optional<T> read() {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("what metrics tell cannot be read now");
            return Optional.empty();
        }
    }
}
