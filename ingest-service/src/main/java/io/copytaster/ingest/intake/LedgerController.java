package io.copytaster.ingest.intake;

import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.ledger.LedgerQuery;
import io.copytaster.ingest.ledger.LedgerQuery.Address;
import io.copytaster.ingest.ledger.LedgerQuery.Cut;
import io.copytaster.ingest.ledger.LedgerQuery.Period;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.ingest.url.CanonicalUrl;
import io.copytaster.runtime.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of everything that came in, over HTTP. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    private static final int MAX_LIMIT = 500;
    private static final String OUTCOMES =
            Arrays.stream(Outcome.values()).map(Outcome::word).collect(Collectors.joining(", "));

    private final IngestPipeline pipeline;
    private final IntakeDesk desk;
    private final Feeds feeds;

    LedgerController(IngestPipeline pipeline, IntakeDesk desk, Feeds feeds) {
        this.pipeline = pipeline;
        this.desk = desk;
        this.feeds = feeds;
    }

    /**
     * Lines of the ledger in the order in which they last changed. The cursor {@code next} stays good: asked again
     * later, it gives what changed since.
     */
    @GetMapping
    LedgerPage read(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable List<String> outcome,
            @RequestParam(required = false) @Nullable String articleId,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "expected 1 to " + MAX_LIMIT + ", got " + limit);
        }
        var query = new LedgerQuery(
                feed,
                outcomes(Optional.ofNullable(outcome).orElse(List.of())),
                articleId,
                Optional.ofNullable(url).map(LedgerController::address).orElse(null),
                new Period(instant("since", since), instant("until", until)),
                new Cut(Optional.ofNullable(cursor).map(LedgerPage::position).orElse(0L), limit));
        return LedgerPage.of(desk.asking(() -> pipeline.ledger(query)), feedAt(url));
    }

    /** Who asks about the URL of a feed wants to know how it is. */
    private @Nullable PolledFeed feedAt(@Nullable String url) {
        return Optional.ofNullable(url).flatMap(feeds::findByUrl).orElse(null);
    }

    /** A URL that cannot be read may still be that of a refused item. */
    private static Address address(String url) {
        return new Address(url, CanonicalUrl.find(url).map(CanonicalUrl::value).orElse(url), List.of());
    }

    private static List<Outcome> outcomes(List<String> words) {
        return words.stream()
                .map(word -> Outcome.ofWord(word)
                        .orElseThrow(() -> Problem.invalid("outcome", "expected one of " + OUTCOMES + ", got another")))
                .toList();
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> parsed(field, given)).orElse(null);
    }

    private static Instant parsed(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                    field, "expected an ISO 8601 date and time with an offset such as 2026-11-25T10:00:00Z");
        }
    }
}
