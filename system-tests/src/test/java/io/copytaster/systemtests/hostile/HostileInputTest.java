package io.copytaster.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hostile half of the conformance set, where it is at hand, in one process of the service. */
@Tag("hostile")
class HostileInputTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void every_case_of_the_conformance_set_passes() throws Exception {
        // Given
        if (!ConformanceServer.isThere()) {
            System.out.println(
                    "SKIPPED every_case_of_the_conformance_set_passes: no conformance set beside the checkout");
        }
        assumeTrue(ConformanceServer.isThere());
        try (var server = ConformanceServer.start(folder);
                var trial = Trial.start(folder, server.allowed(), server::contacts)) {
            var quick = server.cases(false).stream().map(server::hostile).toList();
            var slow = server.cases(true).stream().map(server::hostile).toList();

            // When
            var results = trial.run(quick, slow);

            // Then
            var report = ConformanceServer.score(results);
            System.out.println("hostile input:\n" + report.strip());
            System.out.printf(
                    "slowest of the quick: %s; most heap: %s%n",
                    results.stream()
                            .limit(quick.size())
                            .max(Comparator.comparingLong(CaseResult::millis))
                            .map(r -> r.name() + " " + r.millis() + " ms")
                            .orElse("-"),
                    results.stream()
                            .max(Comparator.comparingLong(CaseResult::heapDeltaMb))
                            .map(r -> r.name() + " " + r.heapDeltaMb() + " MB")
                            .orElse("-"));
            assertThat(report).doesNotContain("FAIL");
        }
    }
}
