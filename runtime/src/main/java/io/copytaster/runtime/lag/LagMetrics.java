package io.copytaster.runtime.lag;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Function;

/**
 * The lag as gauges by group, stream and partition: {@code copytaster.lag.records}, and {@code copytaster.lag.seconds}
 * for the age of the oldest unread record, 0 when there is none. Thread-safe.
 */
final class LagMetrics {

    private static final double MILLIS_PER_SECOND = 1000;

    private final MultiGauge records;
    private final MultiGauge seconds;

    LagMetrics(MeterRegistry meters) {
        this.records = MultiGauge.builder("copytaster.lag.records")
                .description("unread records of the group")
                .register(meters);
        this.seconds = MultiGauge.builder("copytaster.lag.seconds")
                .description("age of the oldest unread record")
                .register(meters);
    }

    /** Replaces what was known before. */
    void report(List<GroupLag> lags) {
        records.register(rows(lags, GroupLag::records), true);
        seconds.register(rows(lags, lag -> lag.age().toMillis() / MILLIS_PER_SECOND), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<GroupLag> lags, Function<GroupLag, Number> value) {
        return lags.stream()
                .<MultiGauge.Row<?>>map(lag -> MultiGauge.Row.of(
                        Tags.of(
                                "group",
                                lag.group(),
                                "stream",
                                lag.stream(),
                                "partition",
                                String.valueOf(lag.partition())),
                        value.apply(lag)))
                .toList();
    }
}
