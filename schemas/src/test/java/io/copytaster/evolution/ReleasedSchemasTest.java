package io.copytaster.evolution;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.evolution.Releases.Release;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build's check that what we write and read today fits everything that was ever released, both ways. */
class ReleasedSchemasTest {

    private static final Map<String, Schema> CURRENT = Streams.ALL.stream()
            .map(EventStream::schema)
            .collect(toMap(Schema::getFullName, schema -> schema, (same, _) -> same));

    @ParameterizedTest
    @MethodSource("releases")
    void keeps_every_released_schema_compatible_both_ways(Release release) {
        // Given
        var current = CURRENT.get(release.schema().getFullName());

        // When
        var violations = current == null
                ? List.of(release + " has no successor: a released record is never removed")
                : SchemaEvolution.violations(release.schema(), current);

        // Then
        assertThat(violations).as("compatibility with release %s", release).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void follows_the_house_rules(EventStream<?> stream) {
        // When
        var violations = HouseRules.violations(stream.schema());

        // Then
        assertThat(violations).as(stream.name()).isEmpty();
    }

    @Test
    void keeps_every_released_record() throws IOException {
        // When
        var released = releases().stream()
                .map(release -> release.schema().getFullName())
                .collect(Collectors.toSet());

        // Then
        assertThat(released)
                .as("no release was lost")
                .containsExactlyInAnyOrder(
                        "io.copytaster.event.ArticleIngested",
                        "io.copytaster.event.ArticleEnriched",
                        "io.copytaster.event.WatchMatched",
                        "io.copytaster.event.AlertRaised",
                        "io.copytaster.event.DeliveryFinished",
                        "io.copytaster.event.CatalogueEntry");
    }

    private static List<Release> releases() throws IOException {
        return Releases.all();
    }

    private static List<EventStream<?>> streams() {
        return Streams.ALL;
    }
}
