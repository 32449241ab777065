package io.copytaster.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.SampleArticle;
import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.ledger.LedgerEntry;
import io.copytaster.ingest.ledger.LedgerQuery;
import io.copytaster.ingest.ledger.LedgerRow;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.Decisions;
import io.copytaster.ingest.seen.SeenArticles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static final RetentionSettings SETTINGS = new RetentionSettings(
            Duration.ofDays(400),
            Duration.ofDays(90),
            Duration.ofDays(2),
            Duration.ofDays(400),
            Duration.ofDays(90),
            Duration.ofHours(1),
            10);
    private final IngestServer service = IngestServer.shared();
    private final Ledger ledger = service.part(Ledger.class);

    @Test
    void forgets_what_is_past_its_retention_and_keeps_the_totals() {
        // Given
        var url = "https://forgotten.example/a";
        enter(entry("old", Outcome.REJECTED, url, Instant.parse("2001-01-01T00:00:00Z")));
        enter(entry("young", Outcome.REJECTED, url, Instant.parse("2001-03-30T00:00:00Z")));
        var before = ledger.totals();

        // When
        housekeeping("2001-04-02T00:00:00Z").clean();

        // Then
        assertThat(lines(url)).extracting(LedgerRow::item).containsExactly("young");
        assertThat(ledger.totals()).isEqualTo(before);
    }

    @Test
    void gives_up_what_never_turned_up() {
        // Given
        var url = "https://given-up.example/a";
        enter(entry("late", Outcome.PENDING, url, Instant.parse("2001-01-01T00:00:00Z")));
        enter(entry("soon", Outcome.PENDING, url, Instant.parse("2001-01-01T02:00:00Z")));

        // When
        housekeeping("2001-01-01T02:30:00Z").clean();

        // Then
        assertThat(lines(url))
                .extracting(row -> row.item() + " " + row.outcome().word())
                .containsExactly("soon pending", "late rejected");
        assertThat(ledger.totals().unaccounted()).isZero();
    }

    @Test
    void an_article_that_still_changes_is_not_forgotten() {
        // Given
        var receipt = service.post(SampleArticle.at("https://kept.example/a"));

        // When
        housekeeping(Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString())
                .clean();

        // Then
        assertThat(service.get("api/v1/articles/" + receipt.text("articleId")).status())
                .isEqualTo(200);
    }

    private Housekeeping housekeeping(String now) {
        return new Housekeeping(
                service.part(SeenArticles.class),
                ledger,
                service.part(Receipts.class),
                service.part(Copies.class),
                SETTINGS,
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private void enter(LedgerEntry entry) {
        service.part(Decisions.class).together(() -> {
            ledger.enter(List.of(entry));
            return entry;
        });
    }

    private static LedgerEntry entry(String item, Outcome outcome, String url, Instant at) {
        return new LedgerEntry("test", item, outcome, null, url, "why", null, at);
    }

    private List<LedgerRow> lines(String url) {
        return ledger.read(new LedgerQuery(
                null,
                List.of(),
                null,
                new LedgerQuery.Address(url, url, List.of()),
                new LedgerQuery.Period(null, null),
                new LedgerQuery.Cut(0, 100)));
    }
}
