package io.copytaster.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.SampleArticle;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IngestMeterTest {

    @Test
    void every_declared_metric_is_served_and_the_sums_hold() {
        // Given
        var service = IngestServer.shared();
        service.post(SampleArticle.at("https://measured.example/a"));

        // When
        var meters = service.part(MeterRegistry.class);

        // Then
        assertThat(Arrays.asList(IngestMeter.values()))
                .allSatisfy(
                        meter -> assertThat(meters.find(meter.key()).meters()).isNotEmpty());
        var items = meters.find(IngestMeter.ITEMS.key()).gauges().stream()
                .mapToDouble(each -> each.value())
                .sum();
        assertThat(items)
                .isPositive()
                .isEqualTo(meters.get(IngestMeter.TAKEN.key()).gauge().value());
        assertThat(meters.get(IngestMeter.UNACCOUNTED.key()).gauge().value()).isZero();
    }
}
