package io.copytaster.cli.demo;

import io.copytaster.cli.reach.Answer;
import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.cli.receive.Message;
import io.copytaster.cli.receive.SignatureCheck;
import io.copytaster.cli.receive.Verdict;
import io.copytaster.cli.receive.WebhookReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscriber's first minute: an endpoint and watches, articles in six languages, and the alerts that come of it,
 * received over HTTP and verified.
 *
 * <p>Thread rule: used by one thread; messages arrive on others through a bounded queue.
 */
public final class Demo implements AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    private final AtomicReference<SignatureCheck> check = new AtomicReference<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<String> articleIds = new HashSet<>();
    private final LongSupplier stopwatch;
    private final WebhookReceiver receiver;

    /** Listens at once; the stopwatch tells how long ago the command was given. */
    public Demo(int port, LongSupplier stopwatch) {
        this.stopwatch = stopwatch;
        this.receiver = WebhookReceiver.start(port, this::judge, this::arrive);
    }

    /** Subscribes, unless an earlier run did. */
    public void subscribe(ServiceClient alert, Path directory) throws IOException {
        Subscription subscription = Subscription.ensure(alert, receiver.url(), directory.resolve("demo.json"));
        check.set(new SignatureCheck(subscription.secret(), Clock.systemUTC()));
    }

    /** Posts the articles and returns how many there are. */
    public int post(ServiceClient ingest, String run) throws IOException {
        List<ObjectNode> articles = DemoTexts.articles(run);
        for (ObjectNode article : articles) {
            Answer receipt = ingest.required(ingest.post("/api/v1/articles", article.toString()));
            articleIds.add(receipt.json().path("articleId").asString());
        }
        return articles.size();
    }

    /** The next message about an article of this run, if one comes in time. */
    public Optional<Arrival> next(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            Arrival arrival = arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (arrival == null) {
                return Optional.empty();
            }
            if (isOfThisRun(arrival.message())) {
                return Optional.of(arrival);
            }
        }
    }

    /** Every message that comes until there is silence for a while, or the bound is reached. */
    public List<Arrival> rest(Duration silence, int most) throws InterruptedException {
        List<Arrival> rest = new ArrayList<>();
        Optional<Arrival> arrival = next(silence);
        while (arrival.isPresent() && rest.size() < most) {
            rest.add(arrival.get());
            arrival = next(silence);
        }
        return rest;
    }

    @Override
    public void close() {
        receiver.close();
    }

    private Verdict judge(Message message) {
        SignatureCheck current = check.get();
        return current == null ? new Verdict.Rejected("the demo has not subscribed yet") : current.check(message);
    }

    private void arrive(Message message, Verdict verdict) {
        // A full queue drops what nobody reads: the demo ended long ago.
        boolean _ = arrivals.offer(new Arrival(message, verdict, stopwatch.getAsLong()));
    }

    private boolean isOfThisRun(Message message) {
        String body = new String(message.body(), StandardCharsets.UTF_8);
        return articleIds.stream().anyMatch(body::contains);
    }
}
