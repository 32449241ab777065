package io.copytaster.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.RevisionName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerLinesTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final RevisionName REVISION = Revision.first(
                    ArticleId.ofUrl("https://gazette.example/a"), ContentHash.of("Un", ""), AT)
            .name();
    private static final String ID = REVISION.id().value();

    @Test
    void repeats_of_one_outcome_share_a_line() {
        // When
        var lines = LedgerLines.entered(
                List.of(entry(Outcome.PUBLISHED), entry(Outcome.DUPLICATE), entry(Outcome.DUPLICATE)), Map.of());

        // Then
        assertThat(lines.rows()).extracting(LedgerLines.Line::sightings).containsExactly(1L, 2L);
        assertThat(lines.taken()).isEqualTo(3);
        assertThat(sum(lines)).isEqualTo(3);
    }

    @Test
    void a_confirmed_repeat_settles_what_was_pending() {
        // When
        var lines = LedgerLines.entered(List.of(entry(Outcome.PUBLISHED)), Map.of(ID, 2L));

        // Then
        assertThat(lines.rows()).extracting(LedgerLines.Line::sightings).containsExactly(3L);
        assertThat(lines.change(Outcome.PENDING)).isEqualTo(-2);
        assertThat(lines.taken()).isEqualTo(1);
        assertThat(sum(lines)).isEqualTo(1);
    }

    @Test
    void a_repair_counts_what_nobody_counted() {
        // When
        var lines = LedgerLines.repaired(List.of(entry(Outcome.PUBLISHED)), Map.of());

        // Then
        assertThat(lines.rows()).extracting(LedgerLines.Line::sightings).containsExactly(1L);
        assertThat(lines.taken()).isEqualTo(1);
        assertThat(sum(lines)).isEqualTo(1);
    }

    @Test
    void a_repair_of_something_pending_takes_nothing_new_in() {
        // When
        var lines = LedgerLines.repaired(List.of(entry(Outcome.PUBLISHED)), Map.of(ID, 2L));

        // Then
        assertThat(lines.rows()).extracting(LedgerLines.Line::sightings).containsExactly(2L);
        assertThat(lines.taken()).isZero();
        assertThat(sum(lines)).isZero();
    }

    @Test
    void an_entry_never_holds_what_no_database_stores() {
        // When
        var entry = new LedgerEntry(
                "http", "x", Outcome.REJECTED, null, "http://\u0000\ud800/", "r".repeat(5000), null, AT);

        // Then
        assertThat(entry.url()).isEqualTo("http://\ufffd\ufffd/");
        assertThat(entry.reason()).hasSize(1000);
    }

    private static LedgerEntry entry(Outcome outcome) {
        return new LedgerEntry("http", REVISION.article().value(), outcome, REVISION, null, "why", null, AT);
    }

    private static long sum(LedgerLines lines) {
        return lines.changes().values().stream().mapToLong(Long::longValue).sum();
    }
}
