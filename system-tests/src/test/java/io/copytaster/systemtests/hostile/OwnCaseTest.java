package io.copytaster.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge of our own hostile cases sees each thing that can be wrong. */
class OwnCaseTest {

    private static final OwnCase CASE = new OwnCase(
            new HostileCase.FeedFetch("bomb", "http://127.0.0.1/bomb"),
            Set.of("failing"),
            Duration.ofSeconds(2),
            false);

    @Test
    void a_refusal_with_a_reason_in_time_is_right() {
        // When
        var violations = CASE.violations(result("failing", "too large", 100, 3, true, List.of(), ""));

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void each_fault_is_named() {
        // When
        var violations = CASE.violations(
                result("rejected", null, 3000, 65, false, List.of("GET /internal"), "a Forbidden-Reply"));

        // Then
        assertThat(violations)
                .containsExactly(
                        "bomb: expected [failing], got rejected because null",
                        "bomb: the service was not alive afterwards",
                        "bomb: no reason was given",
                        "bomb: it took 3000 ms, more than 2000",
                        "bomb: it left 65 MB on the heap, more than 64",
                        "bomb: it led to forbidden addresses: [GET /internal]",
                        "bomb: the text contains forbidden-reply");
    }

    private static CaseResult result(
            String outcome,
            @Nullable String reason,
            long millis,
            long heapDeltaMb,
            boolean alive,
            List<String> contacts,
            String text) {
        return new CaseResult("bomb", outcome, 200, reason, millis, heapDeltaMb, alive, contacts, text, List.of());
    }
}
