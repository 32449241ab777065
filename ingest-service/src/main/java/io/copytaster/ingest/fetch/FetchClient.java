package io.copytaster.ingest.fetch;

import io.copytaster.ingest.fetch.ExchangeClient.Exchange;
import io.copytaster.ingest.fetch.Fetched.Answer;
import io.copytaster.ingest.fetch.Fetched.Cause;
import io.copytaster.ingest.fetch.Fetched.Failed;
import io.copytaster.ingest.host.HostGate;
import io.copytaster.ingest.host.HostPass;
import io.copytaster.runtime.guard.Admission;
import io.copytaster.runtime.guard.TargetGuard;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets what others publish. Whatever the server does, the call ends by the total timeout, holds at most a few times the
 * bytes allowed, and gives a whole body or none. Every hop passes the guard twice: when its host is resolved, and when the
 * connection is made. Blocks the calling thread, which should be a virtual one. Safe for all threads; how many calls run at
 * once is the caller's to bound.
 */
public final class FetchClient {

    private static final Logger LOG = LoggerFactory.getLogger(FetchClient.class);
    /** How long a request waits for its turn at its host. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

    private final FetchSettings settings;
    private final TargetGuard guard;
    private final HostGate gate;
    private final ExchangeClient exchanges;

    /** @param gate where each request waits for its turn at its host, redirects and robots.txt files too */
    public FetchClient(FetchSettings settings, TargetGuard guard, HostGate gate) {
        this.settings = settings;
        this.guard = guard;
        this.gate = gate;
        this.exchanges = new ExchangeClient(settings, guard);
    }

    /** One GET and what became of it; never throws for anything that the server does. */
    public Fetched get(FetchRequest request) {
        var stopwatch = new Stopwatch(System.nanoTime(), settings.totalTimeout());
        try {
            return answer(request, stopwatch);
        } catch (FetchFailedException e) {
            return new Failed(e.kind(), e.reason(), stopwatch.took());
        }
    }

    /** How we introduce ourselves in robots.txt files. */
    public String product() {
        return settings.product();
    }

    private Fetched answer(FetchRequest request, Stopwatch stopwatch) throws FetchFailedException {
        var route = new Route(WebAddress.of(request.url()), settings.redirects());
        while (true) {
            var target = admitted(route, stopwatch);
            var exchange = exchange(request, route, target, stopwatch);
            var location = exchange.header("location");
            if (location == null || !Route.sendsOn(exchange.status(), location)) {
                return answer(request, exchange, route, stopwatch);
            }
            if (route.follow(exchange.status(), location)) {
                LOG.atInfo().addKeyValue("host", target.getHost()).log("a redirect left https");
            }
        }
    }

    private Exchange exchange(FetchRequest request, Route route, URI target, Stopwatch stopwatch)
            throws FetchFailedException {
        try (var _ = turn(target, stopwatch)) {
            return exchanges.get(target, headers(request, route), request.maxBytes(), stopwatch.left());
        }
    }

    /** Waiting for it is nothing that the server does, and takes nothing from its time. */
    private HostPass turn(URI target, Stopwatch stopwatch) throws FetchFailedException {
        var host = Objects.requireNonNullElse(target.getHost(), "").toLowerCase(Locale.ROOT);
        long asked = System.nanoTime();
        var pass = gate.enter(host, PATIENCE);
        stopwatch.waited(System.nanoTime() - asked);
        return pass.orElseThrow(() -> new FetchFailedException(
                Cause.BUSY,
                "expected a turn at its host within " + PATIENCE.toSeconds()
                        + " s, got none; it is asked again later"));
    }

    private static Answer answer(FetchRequest request, Exchange exchange, Route route, Stopwatch stopwatch)
            throws FetchFailedException {
        var coding = exchange.headers().getOrDefault("content-encoding", "");
        var body = new ContentDecoding(request.maxBytes()).decoded(exchange.body(), coding);
        return new Answer(
                exchange.status(),
                exchange.headers(),
                body,
                route.at().text(),
                route.movedTo(),
                route.redirects(),
                stopwatch.took());
    }

    private URI admitted(Route route, Stopwatch stopwatch) throws FetchFailedException {
        var address = route.at().text();
        var admission = CompletableFuture.supplyAsync(() -> guard.admit(address), Thread::startVirtualThread);
        try {
            return switch (admission.get(stopwatch.left().toNanos(), TimeUnit.NANOSECONDS)) {
                case Admission.Admitted(var url) -> url.uri();
                case Admission.Refused(var ground, var detail) ->
                    throw new FetchFailedException(cause(ground, route), refusal(route, detail));
            };
        } catch (TimeoutException e) {
            throw new FetchFailedException(
                    Cause.TIMEOUT, "expected the host to be resolved in time, got no answer; we try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("expected to fetch undisturbed, got an interrupt", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected the guard to judge every address, got a failure", e);
        }
    }

    private static Cause cause(Admission.Ground ground, Route route) {
        return switch (ground) {
            case TEXT -> route.redirects() == 0 ? Cause.BAD_URL : Cause.REDIRECTS;
            case HOST -> Cause.DNS;
            case ADDRESS -> Cause.BLOCKED;
        };
    }

    private static String refusal(Route route, String detail) {
        return (route.redirects() == 0
                        ? "expected a URL that can be fetched, but "
                        : "got a redirect to an address that cannot be fetched: ")
                + detail;
    }

    private static Map<String, String> headers(FetchRequest request, Route route) {
        var headers = new HashMap<>(request.headers());
        if (!route.isAtFirstOrigin()) {
            headers.keySet().removeAll(CREDENTIALS);
        }
        return headers;
    }

    /** For one thread. */
    private static final class Stopwatch {

        private final Duration total;
        private long startedAt;

        Stopwatch(long startedAt, Duration total) {
            this.startedAt = startedAt;
            this.total = total;
        }

        void waited(long nanos) {
            startedAt += nanos;
        }

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - startedAt);
        }

        Duration left() throws FetchFailedException {
            var left = total.minus(took());
            if (!left.isPositive()) {
                throw new FetchFailedException(
                        Cause.TIMEOUT,
                        "expected an answer within " + total.toMillis()
                                + " ms, got none; the server is slow, we try again");
            }
            return left;
        }
    }
}
