package io.copytaster.ingest.ledger;

import io.copytaster.identity.RevisionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Every item that came in, and how it ended. Writing belongs inside a decision, as its last act. */
public interface Ledger {

    /** Enters sightings; those of published revisions settle what was pending for the same revision. */
    void enter(List<LedgerEntry> entries);

    /** Enters revisions that were found on the log, counting nothing twice: known lines stay as they are. */
    void repair(List<LedgerEntry> entries);

    /** Those of these revisions that have a line as published, revised or withdrawn. */
    List<RevisionId> settled(Collection<RevisionId> revisions);

    /** Lines in order of their positions. */
    List<LedgerRow> read(LedgerQuery query);

    /** What came in and went out in total. */
    LedgerTotals totals();

    /** Turns what is pending since then into rejected, with the reason; the number of lines. */
    int giveUpPendingSince(Instant then, String reason);

    /** Removes at most {@code limit} lines that did not change since then; the number removed. */
    int forgetUnchangedSince(Instant then, int limit);
}
