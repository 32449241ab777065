package io.copytaster.ingest.robots;

import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.fetch.FetchRequest;
import io.copytaster.ingest.fetch.Fetched;
import io.copytaster.ingest.fetch.WebAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The robots.txt files of the sites whose pages we read, by RFC 9309. A file is kept for its maximal age. No file (4xx, or
 * redirects that lead nowhere) means no rules; a server in trouble (5xx, 429, no answer) means that we stay away and ask
 * again soon, or go on with the rules that we had. Safe for all threads; of several that ask for one origin at a time, one
 * gets the file. Blocks while it does.
 */
public final class RobotsRules {

    /** Of what a file may be long; a longer one counts as a server in trouble. */
    private static final long MOST_FETCHED = 4L * 1024 * 1024;

    private static final int TOO_MANY_REQUESTS = 429;

    private final FetchClient client;
    private final RobotsSettings settings;
    private final Clock clock;
    private final RulesMemory memory;
    private final Map<String, CompletableFuture<OriginRules>> learning = new ConcurrentHashMap<>();

    public RobotsRules(FetchClient client, RobotsSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.memory = new RulesMemory(settings.memoryBytes());
    }

    /** Whether we may get this URL. */
    public RobotsVerdict mayFetch(String url) {
        var address = WebAddress.of(url);
        return rules(address.origin()).judge(address.text(), address.shown());
    }

    private OriginRules rules(String origin) {
        var now = clock.instant();
        return memory.of(origin).filter(known -> known.until().isAfter(now)).orElseGet(() -> learnOnce(origin));
    }

    private OriginRules learnOnce(String origin) {
        var mine = new CompletableFuture<OriginRules>();
        var other = learning.putIfAbsent(origin, mine);
        if (other != null) {
            return other.join();
        }
        try {
            var learned = learn(origin);
            memory.keep(origin, learned);
            mine.complete(learned);
            return learned;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            learning.remove(origin, mine);
        }
    }

    private OriginRules learn(String origin) {
        var file = origin + "/robots.txt";
        return switch (client.get(new FetchRequest(file, Map.of("accept", "text/plain, */*;q=0.5"), MOST_FETCHED))) {
            case Fetched.Answer answer
            when answer.status() / 100 == 2 ->
                OriginRules.parsed(file, answer.body(), client.product(), in(settings.maxAge()));
            case Fetched.Answer answer
            when answer.status() / 100 == 5 || answer.status() == TOO_MANY_REQUESTS ->
                unknown(origin, "the server answered " + answer.status());
            case Fetched.Answer _ -> OriginRules.open(in(settings.maxAge()));
            case Fetched.Failed failed ->
                switch (failed.cause()) {
                    // Where the page itself is refused its own reason says more.
                    case BAD_URL, BLOCKED, REDIRECTS -> OriginRules.open(in(settings.retry()));
                    case BUSY -> OriginRules.missing(failed.reason(), clock.instant());
                    case DNS, CONNECT, TLS, TIMEOUT, TOO_LARGE, TRUNCATED, ENCODING, PROTOCOL ->
                        unknown(origin, failed.reason());
                };
        };
    }

    private OriginRules unknown(String origin, String why) {
        return memory.of(origin)
                .filter(OriginRules::isStated)
                .map(former -> former.keptUntil(in(settings.retry())))
                .orElseGet(() -> OriginRules.missing(
                        "expected the site's robots.txt, got none (" + why
                                + "); we stay away until it can be read or is gone",
                        in(settings.retry())));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
