package io.copytaster.ingest.feed;

import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.health.Condition;
import io.copytaster.ingest.poll.EntryTally;
import io.copytaster.ingest.poll.PollReport;
import io.copytaster.ingest.poll.PollReport.End;
import io.copytaster.ingest.source.FeedId;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.Feeds.Question;
import io.copytaster.ingest.source.Feeds.UrlTakenException;
import io.copytaster.runtime.problem.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Feeds over HTTP, one at a time. */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedController {

    private static final int MOST = 1000;
    private static final int MOST_CHANGES = 200;

    private final Feeds feeds;
    private final FeedRound round;
    private final FeedAddresses addresses;
    private final Clock clock;

    FeedController(Feeds feeds, FeedRound round, FeedAddresses addresses, Clock clock) {
        this.feeds = feeds;
        this.round = round;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Adds a feed; it is polled at once. */
    @PostMapping
    ResponseEntity<FeedBody.Answer> add(@RequestBody FeedBody body) {
        var feed = feeds.add(body.draft(addresses.admitted(body.url())), clock.instant())
                .orElseThrow(() -> taken());
        return ResponseEntity.created(URI.create("/api/v1/feeds/" + feed.id())).body(FeedBody.Answer.of(feed));
    }

    @GetMapping
    FeedBody.Answers list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "expected 1 to " + MOST + ", got " + limit);
        }
        if (cursor != null && !FeedId.isFeedId(cursor)) {
            throw Problem.invalid("cursor", "expected the next of an earlier page, got another text");
        }
        var after = Optional.ofNullable(cursor).map(FeedId::new).orElse(null);
        var found = feeds.list(new Question(condition(state), url, after, limit + 1));
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new FeedBody.Answers(
                shown.stream().map(FeedBody.Answer::of).toList(),
                found.size() > limit ? shown.getLast().id().value() : null);
    }

    @GetMapping("/{id}")
    FeedBody.Answer find(@PathVariable String id) {
        return feeds.find(known(id)).map(FeedBody.Answer::of).orElseThrow(() -> missing(id));
    }

    /** Changes a feed; with another URL, what was learned by polling starts anew. */
    @PutMapping("/{id}")
    FeedBody.Answer change(@PathVariable String id, @RequestBody FeedBody body) {
        try {
            return feeds.change(known(id), body.draft(addresses.admitted(body.url())), clock.instant())
                    .map(FeedBody.Answer::of)
                    .orElseThrow(() -> missing(id));
        } catch (UrlTakenException _) {
            throw taken();
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        if (!feeds.remove(known(id))) {
            throw missing(id);
        }
    }

    /** Polls a feed now, in its host's turn, and answers when it is done. */
    @PostMapping("/{id}/fetch")
    FeedBody.Polled fetch(@PathVariable String id, @RequestParam(defaultValue = "live") String origin) {
        var asked = switch (origin) {
            case "live" -> Origin.LIVE;
            case "backfill" -> Origin.BACKFILL;
            default -> throw Problem.invalid("origin", "expected live or backfill, got another word");
        };
        var feedId = known(id);
        var before = feeds.find(feedId).orElseThrow(() -> missing(id));
        var report = feeds.claim(feedId, clock.instant())
                .map(claim -> round.poll(claim, asked))
                .orElseGet(FeedController::busy);
        return FeedBody.Polled.of(report, feeds.find(feedId).orElse(before));
    }

    /** What happened to a feed, the latest first. */
    @GetMapping("/{id}/events")
    FeedBody.Changes changes(@PathVariable String id) {
        var feed = feeds.find(known(id)).orElseThrow(() -> missing(id));
        return new FeedBody.Changes(feeds.changes(feed.id(), MOST_CHANGES));
    }

    private static @Nullable String condition(@Nullable String word) {
        var words = Arrays.stream(Condition.values()).map(Condition::word).toList();
        if (word != null && !words.contains(word)) {
            throw Problem.invalid("state", words.stream().collect(Collectors.joining(", ", "expected one of ", "")));
        }
        return word;
    }

    private static PollReport busy() {
        return new PollReport(End.BUSY, "it is being polled right now", EntryTally.NONE, Duration.ZERO);
    }

    private static FeedId known(String id) {
        if (!FeedId.isFeedId(id)) {
            throw missing(id);
        }
        return new FeedId(id);
    }

    private static Problem missing(String id) {
        return Problem.notFound("feed", id);
    }

    private static Problem taken() {
        return Problem.conflict("there is a feed with this URL already; GET feeds?url= finds it");
    }
}
