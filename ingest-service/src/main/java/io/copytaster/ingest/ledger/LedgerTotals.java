package io.copytaster.ingest.ledger;

import java.util.Map;

/**
 * What came in and what went out since the beginning, the purge notwithstanding.
 *
 * @param taken items that came in
 * @param byOutcome items that ended so; the sum over all outcomes is {@code taken}
 */
public record LedgerTotals(long taken, Map<Outcome, Long> byOutcome) {

    public LedgerTotals {
        byOutcome = Map.copyOf(byOutcome);
    }

    /** Items that ended so. */
    public long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** Items that came in and ended in no outcome: zero, or something was silently lost. */
    public long unaccounted() {
        return taken - byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }
}
