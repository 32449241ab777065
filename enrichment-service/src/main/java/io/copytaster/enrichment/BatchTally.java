package io.copytaster.enrichment;

import io.copytaster.enrichment.publish.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one batch came to; it counts for the meters only when its transaction is committed. Used by one thread. */
final class BatchTally {

    private final Instant startedAt;
    private final Map<String, Map<Outcome, Long>> settled = new HashMap<>();
    private final List<Instant> liveIngestedAt = new ArrayList<>();
    private long mentionsOmitted;

    BatchTally(Instant startedAt) {
        this.startedAt = startedAt;
    }

    void settled(String stream, Outcome outcome) {
        settled.computeIfAbsent(stream, _ -> new EnumMap<>(Outcome.class)).merge(outcome, 1L, Long::sum);
    }

    void mentionsOmitted(int mentions) {
        mentionsOmitted += mentions;
    }

    void live(Instant ingestedAt) {
        liveIngestedAt.add(ingestedAt);
    }

    void report(EnrichmentMetrics metrics, Instant committedAt) {
        settled.forEach((stream, outcomes) -> {
            metrics.read(
                    stream,
                    outcomes.values().stream().mapToLong(Long::longValue).sum());
            outcomes.forEach((outcome, records) -> metrics.settled(stream, outcome, records));
        });
        metrics.mentionsOmitted(mentionsOmitted);
        metrics.batch(Duration.between(startedAt, committedAt));
        liveIngestedAt.forEach(ingestedAt -> metrics.delay(Duration.between(ingestedAt, committedAt)));
    }
}
