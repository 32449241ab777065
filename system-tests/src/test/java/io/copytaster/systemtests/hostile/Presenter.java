package io.copytaster.systemtests.hostile;

import io.copytaster.systemtests.feeds.FeedServer;
import io.copytaster.systemtests.feeds.IngestApi;
import io.copytaster.systemtests.feeds.IngestApi.Answer;
import io.copytaster.systemtests.hostile.HostileCase.ApiJson;
import io.copytaster.systemtests.hostile.HostileCase.FeedFetch;
import io.copytaster.systemtests.hostile.HostileCase.FeedRegister;
import io.copytaster.systemtests.hostile.HostileCase.PageFetch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows cases to the service as its users would, and says what it answered. Thread-safe. */
final class Presenter {

    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LEDGER_PAGES = 25;
    private static final List<String> ARRIVED = List.of("published", "revised", "duplicate");

    private final IngestApi api;
    private final FeedServer ownFeeds;

    Presenter(IngestApi api, FeedServer ownFeeds) {
        this.api = api;
        this.ownFeeds = ownFeeds;
    }

    /**
     * What the service answered.
     *
     * @param feedId the feed that was read; null without one
     * @param articleId the article that was taken; null without one
     * @param answers all answers, one after the other
     * @param entries keys of the entries that arrived
     */
    record Shown(
            String outcome,
            int status,
            @Nullable String reason,
            @Nullable String feedId,
            @Nullable String articleId,
            String answers,
            List<String> entries) {}

    Shown show(HostileCase hostile) throws IOException {
        return switch (hostile) {
            case FeedFetch feed -> read(register(feed.url(), "feed"));
            case PageFetch page -> read(register(feedWith(page), "page"));
            case FeedRegister feed -> registered(register(feed.url(), "feed"));
            case ApiJson request ->
                posted(api.post(
                        "articles", request.contentType(), request.body().bytes()));
        };
    }

    private Answer register(String url, String fullText) throws IOException {
        return api.post("feeds", Map.of("url", url, "fullText", fullText));
    }

    private static Shown registered(Answer answer) {
        return new Shown(verdict(answer), answer.status(), reason(answer), null, null, answer.text(), List.of());
    }

    private static Shown posted(Answer answer) {
        var article = answer.json().path("articleId").asString("");
        return new Shown(
                verdict(answer),
                answer.status(),
                reason(answer),
                null,
                article.isEmpty() ? null : article,
                answer.text(),
                List.of());
    }

    private Shown read(Answer registration) throws IOException {
        if (!registration.isSuccess()) {
            return registered(registration);
        }
        var feedId = registration.json().path("feedId").asString();
        var answer = fetched(feedId);
        var lines = api.ledger("feed=" + feedId, LEDGER_PAGES);
        var answers = new StringBuilder(registration.text() + "\n" + answer.text() + "\n");
        var entries = new ArrayList<String>();
        for (var line : lines) {
            answers.append(line).append('\n');
            if (ARRIVED.contains(line.path("outcome").asString())) {
                entries.add(line.path("item").asString());
            }
        }
        return new Shown(
                outcome(answer), answer.status(), reason(answer, lines), feedId, null, answers.toString(), entries);
    }

    /** An answer that something is still going on is no outcome yet. */
    private Answer fetched(String feedId) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = api.fetch(feedId);
        while (isUnfinished(answer) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = api.fetch(feedId);
        }
        return answer;
    }

    private static boolean isUnfinished(Answer answer) {
        var json = answer.json();
        return "busy".equals(json.path("outcome").asString(""))
                || json.path("entries").path("pending").asInt(0) > 0;
    }

    private static String outcome(Answer answer) {
        var json = answer.json();
        var entries = json.path("entries");
        var word = json.path("outcome").asString("none");
        return switch (word) {
            case "failed" -> "failing";
            case "unchanged" -> "ok";
            case "read" ->
                entries.path("rejected").asInt(0) > 0
                                || json.path("feed")
                                                .path("health")
                                                .path("warnings")
                                                .size()
                                        > 0
                        ? "partial"
                        : "ok";
            default -> answer.isSuccess() ? word : "status " + answer.status();
        };
    }

    private static @Nullable String reason(Answer answer, List<JsonNode> lines) {
        var reason = answer.json().path("reason").asString("");
        return reason.isEmpty()
                ? lines.stream()
                        .map(line -> line.path("reason").asString(""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null)
                : reason;
    }

    private static String verdict(Answer answer) {
        return answer.isSuccess() ? "ok" : answer.status() / 100 == 4 ? "rejected" : "status " + answer.status();
    }

    private static @Nullable String reason(Answer answer) {
        var detail = answer.json().path("detail").asString("");
        return answer.isSuccess() || detail.isEmpty() ? null : detail;
    }

    /** A feed of ours whose one entry has a sentence and a link to the page. */
    private String feedWith(PageFetch page) {
        var host = ownFeeds.host(exchange -> exchange.respond(
                exchange.path().equals("/robots.txt") ? 404 : 200,
                Map.of("Content-Type", "application/rss+xml"),
                """
                <rss version="2.0"><channel><title>Links</title><link>%s/</link><item><title>A page to read</title>
                <guid isPermaLink="false">page</guid><link>%s</link><description>One sentence.</description></item>
                </channel></rss>
                """.formatted(exchange.base(), page.url())));
        return host.feedUrl();
    }
}
