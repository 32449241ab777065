package io.copytaster.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.systemtests.feeds.FeedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hostile input of our own, in every checkout. */
@Tag("hostile")
class OwnHostileInputTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(400)
    void hostile_feeds_pages_addresses_and_requests_are_refused_with_a_reason_and_harm_nobody() throws Exception {
        // Given
        try (var hostile = FeedServer.start(42);
                var elsewhere = FeedServer.start(43)) {
            var forbidden = elsewhere.host(exchange -> exchange.respond(200, Map.of(), "forbidden-reply"));
            var cases = OwnCases.all(hostile, forbidden.url("/internal"));
            try (var trial = Trial.start(
                    folder, hostile.allowed(), () -> forbidden.visits().paths())) {

                // When
                var results = trial.run(hostile(cases, false), hostile(cases, true));

                // Then
                var byName = cases.stream()
                        .collect(Collectors.toMap(each -> each.hostile().name(), Function.identity()));
                var violations = results.stream()
                        .flatMap(
                                result -> Objects.requireNonNull(byName.get(result.name())).violations(result).stream())
                        .toList();
                System.out.printf("own hostile input: %d cases, %d violations%n", results.size(), violations.size());
                violations.forEach(System.out::println);
                assertThat(results).hasSameSizeAs(cases);
                assertThat(violations).isEmpty();
            }
        }
    }

    private static List<HostileCase> hostile(List<OwnCase> cases, boolean waits) {
        return cases.stream()
                .filter(each -> each.waits() == waits)
                .map(OwnCase::hostile)
                .toList();
    }
}
