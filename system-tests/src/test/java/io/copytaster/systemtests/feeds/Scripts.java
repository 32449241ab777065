package io.copytaster.systemtests.feeds;

import java.time.Duration;
import java.util.Map;

/** Hosts that have something wrong with them. */
public final class Scripts {

    private Scripts() {}

    /** The status and nothing else. */
    public static Script status(int status) {
        return exchange -> exchange.respond(status, Map.of("Content-Type", "text/plain"), "no feed today");
    }

    /** 503, and when to come again. */
    public static Script retryAfter(Duration wait) {
        return exchange -> exchange.respond(503, Map.of("Retry-After", String.valueOf(wait.toSeconds())), "");
    }

    /** The other script's answer, after some silence. */
    public static Script slow(Script script, Duration silence) {
        return exchange -> {
            exchange.pause(silence);
            script.answer(exchange);
        };
    }

    /** The other script's answer, its body a little at a time. */
    public static Script dripping(Script script, Duration bodyTakes) {
        return exchange -> {
            exchange.drip(bodyTakes);
            script.answer(exchange);
        };
    }

    /** A reset in the middle of the body. */
    public static Script resetting() {
        return exchange -> {
            exchange.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 9000\r\n\r\n<rss><chan");
            throw exchange.reset();
        };
    }

    /** A page where the feed should be. */
    public static Script notAFeed() {
        return exchange -> exchange.respond(
                200,
                Map.of("Content-Type", "text/html"),
                "<!DOCTYPE html><html><head><title>Please wait</title></head><body>Checking your"
                        + " browser.</body></html>");
    }
}
