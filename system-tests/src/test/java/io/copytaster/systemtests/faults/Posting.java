package io.copytaster.systemtests.faults;

import io.copytaster.systemtests.stack.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts articles from several threads, each until the service says yes: a refused or cut request is repeated, as a
 * careful client does. Every second article is about Sberbank.
 */
final class Posting {

    private static final int THREADS = 4;
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Client client;
    private final String url;
    private final int articles;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> expectedMatches = ConcurrentHashMap.newKeySet();
    private final List<CountDownLatch> sixths = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> work = new ArrayList<>();
    private int awaited;

    Posting(Client client, String url, int articles) {
        this.client = client;
        this.url = url + "/api/v1/articles";
        this.articles = articles;
        for (int i = 0; i < 5; i++) {
            sixths.add(new CountDownLatch(articles / 6 * (i + 1)));
        }
    }

    void start() {
        for (int i = 0; i < THREADS; i++) {
            work.add(threads.submit(this::postAll));
        }
    }

    /** Waits until another sixth of the articles is acknowledged. */
    void awaitNextSixth() throws InterruptedException {
        if (!sixths.get(awaited++).await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("only " + acknowledged.size() + " articles acknowledged within " + LONGEST);
        }
    }

    void awaitEnd() throws InterruptedException, ExecutionException {
        threads.shutdown();
        for (var part : work) {
            part.get();
        }
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    Set<String> expectedMatches() {
        return Set.copyOf(expectedMatches);
    }

    private void postAll() {
        for (int i = next.getAndIncrement(); i < articles; i = next.getAndIncrement()) {
            var revisionId = postUntilAcknowledged(i);
            acknowledged.add(revisionId);
            if (isAboutSberbank(i)) {
                expectedMatches.add(revisionId);
            }
            sixths.forEach(CountDownLatch::countDown);
        }
    }

    private String postUntilAcknowledged(int number) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var answer = client.post(url, article(number));
                if (answer.isSuccess()) {
                    return answer.body().path("revisionId").asString();
                }
                if (answer.status() < 500 && answer.status() != 429) {
                    throw new AssertionError("article " + number + " refused: " + answer);
                }
            } catch (IOException e) {
                // The connection was cut: whether the article was taken is unknown, so it is posted again.
            }
            LockSupport.parkNanos(PAUSE_AFTER_REFUSAL.toNanos());
        }
        throw new AssertionError("article " + number + " was not acknowledged within " + LONGEST);
    }

    private static boolean isAboutSberbank(int number) {
        return number % 2 == 0;
    }

    private static String article(int number) {
        var subject = isAboutSberbank(number) ? "Sberbank" : "Le conseil municipal";
        return """
            {"url": "https://faults.example/article/%1$d", "language": "fr",
             "headline": "%2$s publie son rapport numéro %1$d",
             "body": "%2$s a présenté mardi le rapport numéro %1$d devant la presse, sans autre commentaire."}\
            """.formatted(number, subject);
    }
}
