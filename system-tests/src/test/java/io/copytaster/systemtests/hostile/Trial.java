package io.copytaster.systemtests.hostile;

import static java.util.stream.Collectors.groupingBy;

import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.systemtests.feeds.FeedServer;
import io.copytaster.systemtests.feeds.Growth;
import io.copytaster.systemtests.feeds.IngestApi;
import io.copytaster.systemtests.feeds.IngestProcess;
import io.copytaster.systemtests.feeds.Paper;
import io.copytaster.systemtests.feeds.Paper.Content;
import io.copytaster.systemtests.feeds.Paper.Validators;
import io.copytaster.systemtests.hostile.Presenter.Shown;
import io.copytaster.systemtests.stack.StreamReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One service process under trial, with a healthy feed beside the hostile ones. Cases come one after the other, so that time
 * and heap are each case's own; those that take long only because their server waits come together, and then all of them
 * answer for the heap and the contacts of the whole group.
 */
final class Trial implements AutoCloseable {

    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(30);
    private static final long MEGABYTE = 1 << 20;
    /** Identities are hashes, in which any short word turns up by chance. */
    private static final Pattern IDENTITY = Pattern.compile("\\b[a-z]_[a-z2-7]{26}\\b");

    private static final List<String> WELL = List.of("read", "unchanged");

    private final FeedServer feeds;
    private final IngestProcess ingest;
    private final IngestApi api;
    private final Supplier<List<String>> contacts;
    private final Presenter presenter;
    private final long pid;
    private final String healthyFeed;
    private long heap;

    private Trial(FeedServer feeds, IngestProcess ingest, Supplier<List<String>> contacts) throws IOException {
        this.feeds = feeds;
        this.ingest = ingest;
        this.contacts = contacts;
        this.api = new IngestApi(ingest.url());
        this.presenter = new Presenter(api, feeds);
        this.pid = ingest.pid();
        this.healthyFeed = register(feeds);
    }

    /** Starts the service, which may reach these addresses and the feeds of the trial itself. */
    static Trial start(Path folder, String allowed, Supplier<List<String>> contacts)
            throws IOException, InterruptedException {
        var feeds = FeedServer.start(41);
        var ingest = IngestProcess.start(
                folder,
                LocalServers.shared(),
                allowed + "," + feeds.allowed(),
                Map.of("copytaster.feed.enabled", "false", "copytaster.host.spacing", "0s"));
        var trial = new Trial(feeds, ingest, contacts);
        trial.warmUp();
        trial.heap = ingest.liveHeap();
        return trial;
    }

    /** All results in the order of the cases, first those of the quick ones. */
    List<CaseResult> run(List<HostileCase> quick, List<HostileCase> slow) throws Exception {
        var judged = new ArrayList<Judged>();
        for (var hostile : quick) {
            judged.addAll(together(List.of(hostile)));
        }
        if (!slow.isEmpty()) {
            judged.addAll(together(slow));
        }
        return withText(judged);
    }

    @Override
    public void close() throws IOException {
        api.close();
        ingest.close();
        feeds.close();
    }

    /** A case that was shown, and how long it took. */
    private record Timed(HostileCase hostile, Shown shown, long millis) {}

    /** What a case answered, and what was measured around it. */
    private record Judged(Shown shown, CaseResult result) {}

    private List<Judged> together(List<HostileCase> cases) throws Exception {
        int contactsBefore = contacts.get().size();
        var shown = new ArrayList<Timed>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Timed>>();
            for (var hostile : cases) {
                running.add(threads.submit(() -> timed(hostile)));
            }
            for (var one : running) {
                shown.add(one.get());
            }
        }
        boolean alive = isAlive();
        long heapDelta = alive ? heapDelta() : Long.MAX_VALUE;
        var contacted = contacts.get().stream().skip(contactsBefore).toList();
        return shown.stream()
                .map(one -> new Judged(one.shown(), result(one, heapDelta, alive, contacted)))
                .toList();
    }

    /** Megabytes since the last time; nothing happens between one case's end and the next one's beginning. */
    private long heapDelta() throws IOException, InterruptedException {
        long before = heap;
        heap = ingest.liveHeap();
        return (heap - before) / MEGABYTE;
    }

    private Timed timed(HostileCase hostile) throws IOException {
        long from = System.nanoTime();
        Shown shown;
        try {
            shown = presenter.show(hostile);
        } catch (IOException e) {
            shown = new Shown("no answer: " + e.getMessage(), 0, null, null, null, "", List.of());
        }
        return new Timed(
                hostile, shown, Duration.ofNanos(System.nanoTime() - from).toMillis());
    }

    private static CaseResult result(Timed one, long heapDelta, boolean alive, List<String> contacted) {
        var shown = one.shown();
        return new CaseResult(
                one.hostile().name(),
                shown.outcome(),
                shown.status(),
                shown.reason(),
                one.millis(),
                heapDelta,
                alive,
                contacted,
                shown.answers(),
                shown.entries());
    }

    private boolean isAlive() throws IOException {
        return ingest.isAlive() && ingest.pid() == pid && readsTheHealthyFeed();
    }

    private boolean readsTheHealthyFeed() throws IOException {
        long deadline = System.nanoTime() + HEALTHY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (WELL.contains(api.fetch(healthyFeed).json().path("outcome").asString(""))) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    /** The text of what was published is read once, at the end; until then results hold what was answered. */
    private static List<CaseResult> withText(List<Judged> judged) {
        var records = Stream.of(Streams.ARTICLE_INGESTED, Streams.ARTICLE_BACKFILLED)
                .flatMap(stream -> StreamReading.all(LocalServers.shared(), stream).stream())
                .toList();
        var byFeed = records.stream()
                .filter(event -> event.getFeedId() != null)
                .collect(groupingBy(ArticleIngested::getFeedId));
        var byArticle = records.stream().collect(groupingBy(ArticleIngested::getArticleId));
        return judged.stream()
                .map(one -> withText(
                        one.result(),
                        Stream.concat(
                                byFeed.getOrDefault(Objects.toString(one.shown().feedId()), List.of()).stream(),
                                byArticle
                                        .getOrDefault(
                                                Objects.toString(one.shown().articleId()), List.of())
                                        .stream())))
                .toList();
    }

    private static CaseResult withText(CaseResult result, Stream<ArticleIngested> records) {
        var text = new StringBuilder(result.text());
        records.forEach(event -> text.append(event).append('\n'));
        return new CaseResult(
                result.name(),
                result.outcome(),
                result.status(),
                result.reason(),
                result.millis(),
                result.heapDeltaMb(),
                result.alive(),
                result.contacts(),
                IDENTITY.matcher(text).replaceAll("…"),
                result.entries());
    }

    private String register(FeedServer server) throws IOException {
        var paper = new Paper("healthy", Growth.none(Instant.now()), Content.FULL, Validators.HONEST);
        var answer = api.post("feeds", Map.of("url", server.host(paper).feedUrl()));
        if (!answer.isSuccess()) {
            throw new IOException("the healthy feed was refused: " + answer);
        }
        return answer.json().path("feedId").asString();
    }

    /** What is loaded and cached at the first use of all is not the first case's. */
    private void warmUp() throws IOException {
        for (int i = 0; i < 20; i++) {
            api.post("articles", "application/json", """
                {"url":"https://warm.example/%1$d","headline":"Warm %1$d","body":"An article before all others: %1$d."}\
                """.formatted(i).getBytes(StandardCharsets.UTF_8));
            api.post("articles", "application/json", new byte[] {'['});
        }
        var paper = new Paper("warm", Growth.none(Instant.now()), Content.SUMMARY, Validators.HONEST);
        presenter.show(new HostileCase.FeedFetch("warm", feeds.host(paper).feedUrl()));
        presenter.show(new HostileCase.PageFetch("warm", feeds.host(paper).url("/article/0")));
        if (!isAlive()) {
            throw new IOException("the healthy feed is not read: " + api.fetch(healthyFeed));
        }
    }
}
