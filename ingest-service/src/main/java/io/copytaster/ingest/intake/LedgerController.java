package io.copytaster.ingest.intake;

import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.ledger.LedgerQuery;
import io.copytaster.ingest.ledger.Outcome;
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

    LedgerController(IngestPipeline pipeline, IntakeDesk desk) {
        this.pipeline = pipeline;
        this.desk = desk;
    }

    /**
     * Lines of the ledger in the order in which they last changed. The cursor {@code next} stays good: asked again
     * later, it gives what changed since.
     */
    @GetMapping
    LedgerPage read(
            @RequestParam(required = false) @Nullable List<String> outcome,
            @RequestParam(required = false) @Nullable String articleId,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "expected 1 to " + MAX_LIMIT + ", got " + limit);
        }
        var query = new LedgerQuery(
                outcomes(Optional.ofNullable(outcome).orElse(List.of())),
                articleId,
                url,
                Optional.ofNullable(since).map(LedgerController::instant).orElse(null),
                Optional.ofNullable(cursor).map(LedgerPage::position).orElse(0L),
                limit);
        return LedgerPage.of(desk.asking(() -> pipeline.ledger(query)));
    }

    private static List<Outcome> outcomes(List<String> words) {
        return words.stream()
                .map(word -> Outcome.ofWord(word)
                        .orElseThrow(() -> Problem.invalid("outcome", "expected one of " + OUTCOMES + ", got another")))
                .toList();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                    "since", "expected an ISO 8601 date and time with an offset such as 2026-11-25T10:00:00Z");
        }
    }
}
