package io.copytaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void tells_rate_median_and_the_slowest_of_a_hundred() {
        // Given
        var latencies = LongStream.rangeClosed(1, 200).toArray();

        // When
        var measurement = Measurement.of(200, Duration.ofMillis(500), latencies);

        // Then
        assertThat(measurement.perSecond()).isEqualTo(400);
        assertThat(measurement.p50()).isEqualTo(Duration.ofNanos(100));
        assertThat(measurement.p99()).isEqualTo(Duration.ofNanos(198));
    }

    @Test
    void one_latency_is_every_percentile() {
        // When
        var measurement = Measurement.of(1, Duration.ofSeconds(1), new long[] {7});

        // Then
        assertThat(measurement.p50()).isEqualTo(measurement.p99()).isEqualTo(Duration.ofNanos(7));
    }
}
