package io.copytaster.ingest.poll;

import io.copytaster.ingest.digest.Fingerprint;
import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.fetch.FetchRequest;
import io.copytaster.ingest.fetch.Fetched;
import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.pace.ServerWishes;
import io.copytaster.ingest.pace.Wish;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.ingest.source.Validators;
import io.copytaster.ingest.syndication.FeedDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks servers for feeds: in their turn, with conditions where these are allowed, and never believing a 304 after a failure. */
public final class FeedAsking {

    private static final String ACCEPTED =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9,"
                    + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

    private final FetchClient client;
    private final long maxBytes;
    private final Clock clock;

    public FeedAsking(FetchClient client, long maxBytes, Clock clock) {
        this.client = client;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Asks for a feed that is kept. */
    public FeedAnswer ask(PolledFeed feed) {
        var validators = feed.state().validators();
        boolean conditional = feed.state().health().isWell() && validators.allowCondition(clock.instant());
        var asked = conditional ? validators.polled() : validators.unconditional();
        return answer(fetch(feed.draft().url(), conditional ? conditions(validators) : Map.of()), asked, conditional);
    }

    /** Fetches something that may be a feed. */
    public Fetched fetch(String url, Map<String, String> conditions) {
        var headers = new LinkedHashMap<>(conditions);
        headers.put("accept", ACCEPTED);
        return client.get(new FetchRequest(url, headers, maxBytes));
    }

    private static Map<String, String> conditions(Validators validators) {
        var conditions = new LinkedHashMap<String, String>();
        if (validators.etag() != null) {
            conditions.put("if-none-match", validators.etag());
        }
        if (validators.lastModified() != null) {
            conditions.put("if-modified-since", validators.lastModified());
        }
        return conditions;
    }

    private FeedAnswer answer(Fetched fetched, Validators asked, boolean conditional) {
        return switch (fetched) {
            case Fetched.Failed failed -> new FeedAnswer.Failed(severity(failed.cause()), failed.reason(), List.of());
            case Fetched.Answer answer ->
                answer.status() == 304 && !conditional
                        ? new FeedAnswer.Failed(
                                Severity.SOFT,
                                "expected a feed, got status 304 to a question without condition",
                                List.of())
                        : answer(answer, asked);
        };
    }

    private FeedAnswer answer(Fetched.Answer answer, Validators asked) {
        var now = clock.instant();
        var wishes = ServerWishes.of(answer.status(), answer.headers(), now);
        return switch (answer.status()) {
            case 200 -> document(answer, asked, wishes, now);
            case 304 -> new FeedAnswer.NotModified(wishes);
            case 410 ->
                new FeedAnswer.Gone("expected a feed, got 410: its server says that it is gone for good;"
                        + " find its new address or remove it");
            default -> new FeedAnswer.Failed(severity(answer.status()), refused(answer.status()), wishes);
        };
    }

    private static FeedAnswer document(Fetched.Answer answer, Validators asked, List<Wish> wishes, Instant now) {
        var hash = Fingerprint.of(answer.body());
        var validators =
                new Validators(answer.headers().get("etag"), answer.headers().get("last-modified"), hash, now, 0);
        return hash.equals(asked.bodyHash())
                ? new FeedAnswer.Unchanged(validators, wishes, answer.movedTo())
                : new FeedAnswer.Document(
                        new FeedDocument(answer.body(), answer.headers(), answer.url()),
                        validators,
                        wishes,
                        answer.movedTo());
    }

    private static Severity severity(Fetched.Cause cause) {
        return switch (cause) {
            case BAD_URL, BLOCKED, TOO_LARGE, REDIRECTS -> Severity.HARD;
            case DNS, CONNECT, TLS, TRUNCATED, ENCODING, PROTOCOL -> Severity.SOFT;
            case TIMEOUT, BUSY -> Severity.TEMPORARY;
        };
    }

    private static Severity severity(int status) {
        if (status == 429 || status == 503 || status == 408) {
            return Severity.TEMPORARY;
        }
        return status >= 500 ? Severity.SOFT : Severity.HARD;
    }

    private static String refused(int status) {
        var advice = switch (status) {
            case 401, 403 -> "its server does not let us; ask its publisher, or remove it";
            case 404 -> "look for its new address";
            case 429 -> "it is asked too often; it is given more time";
            default -> status >= 500 ? "its server has a problem; it is tried again" : "check its address";
        };
        return "expected a feed, got status " + status + "; " + advice;
    }
}
