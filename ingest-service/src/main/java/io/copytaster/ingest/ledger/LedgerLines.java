package io.copytaster.ingest.ledger;

import io.copytaster.ingest.revision.RevisionName;
import io.copytaster.ingest.seen.StreamPosition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list of sightings changes: one line per item, revision and outcome, and the totals.
 *
 * @param rows the lines to write, each with its sightings
 * @param taken how many more items came in
 * @param changes how many more items ended in each outcome; fewer are pending where some were settled
 */
record LedgerLines(List<Line> rows, long taken, Map<Outcome, Long> changes) {

    /** A line of the ledger as it is written. */
    record Line(LedgerEntry entry, long sightings) {

        String revisionId() {
            return Optional.ofNullable(entry.revision())
                    .map(revision -> revision.id().value())
                    .orElse("");
        }

        @Nullable
        String articleId() {
            return Optional.ofNullable(entry.revision())
                    .map(revision -> revision.article().value())
                    .orElse(null);
        }

        @Nullable
        Integer revision() {
            return Optional.ofNullable(entry.revision())
                    .map(RevisionName::number)
                    .orElse(null);
        }

        @Nullable
        String stream() {
            return Optional.ofNullable(entry.position())
                    .map(StreamPosition::stream)
                    .orElse(null);
        }

        @Nullable
        Integer partition() {
            return Optional.ofNullable(entry.position())
                    .map(StreamPosition::partition)
                    .orElse(null);
        }

        @Nullable
        Long offset() {
            return Optional.ofNullable(entry.position())
                    .map(StreamPosition::offset)
                    .orElse(null);
        }
    }

    private record Key(String source, String item, String revisionId, Outcome outcome) {}

    /** Each entry came in just now; what was pending for its revision ends with it. */
    static LedgerLines entered(List<LedgerEntry> entries, Map<String, Long> pending) {
        var rest = new LinkedHashMap<>(pending);
        var counted = entries.stream()
                .map(entry -> new Line(entry, 1 + settled(entry, rest)))
                .toList();
        return of(counted, entries.size(), pending);
    }

    /** Each entry came in once, unless it was counted as pending already. */
    static LedgerLines repaired(List<LedgerEntry> entries, Map<String, Long> pending) {
        var rest = new LinkedHashMap<>(pending);
        var counted = entries.stream()
                .map(entry -> new Line(entry, Math.max(1, settled(entry, rest))))
                .toList();
        long settled = pending.values().stream().mapToLong(Long::longValue).sum();
        long sightings = counted.stream().mapToLong(Line::sightings).sum();
        return of(counted, sightings - settled, pending);
    }

    /** Whether the outcome says that the revision is on the log. */
    static boolean isOnLog(LedgerEntry entry) {
        return switch (entry.outcome()) {
            case PUBLISHED, REVISED, WITHDRAWN -> entry.revision() != null;
            case PENDING, DUPLICATE, FILTERED, REJECTED, QUARANTINED -> false;
        };
    }

    long change(Outcome outcome) {
        return changes.getOrDefault(outcome, 0L);
    }

    private static long settled(LedgerEntry entry, Map<String, Long> pending) {
        var revision = entry.revision();
        var sightings = isOnLog(entry) && revision != null
                ? pending.remove(revision.id().value())
                : null;
        return sightings == null ? 0 : sightings;
    }

    private static LedgerLines of(List<Line> counted, long taken, Map<String, Long> pending) {
        var rows = new LinkedHashMap<Key, Line>();
        var changes = new EnumMap<Outcome, Long>(Outcome.class);
        for (var line : counted) {
            var entry = line.entry();
            var key = new Key(entry.source(), entry.item(), line.revisionId(), entry.outcome());
            rows.merge(key, line, (a, b) -> new Line(a.entry(), a.sightings() + b.sightings()));
            changes.merge(entry.outcome(), line.sightings(), Long::sum);
        }
        long settled = pending.values().stream().mapToLong(Long::longValue).sum();
        changes.merge(Outcome.PENDING, -settled, Long::sum);
        return new LedgerLines(new ArrayList<>(rows.values()), taken, changes);
    }
}
