package io.copytaster.systemtests.faults;

import io.copytaster.systemtests.feeds.IngestApi;
import io.copytaster.systemtests.feeds.IngestApi.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts what careful clients post, singly and in batches, until it is told to stop: new articles, repeats, changed texts and
 * some that are refused. What was cut or refused for now is posted again.
 */
final class MixedPosting {

    private static final int SINGLE_THREADS = 2;
    private static final int BATCH_THREADS = 2;
    private static final int BATCH = 25;
    private static final Duration PAUSE = Duration.ofMillis(15);
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final IngestApi api;
    private final ExecutorService threads = Executors.newFixedThreadPool(SINGLE_THREADS + BATCH_THREADS);
    private final List<Future<?>> work = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> urls = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    MixedPosting(IngestApi api) {
        this.api = api;
    }

    void start() {
        IntStream.range(0, SINGLE_THREADS).forEach(thread -> work.add(threads.submit(() -> postSingly(thread))));
        IntStream.range(0, BATCH_THREADS).forEach(thread -> work.add(threads.submit(() -> postBatches(thread))));
    }

    /** Lets every thread end what it began. */
    void stop() throws InterruptedException, ExecutionException {
        stopped = true;
        threads.shutdown();
        for (var part : work) {
            part.get();
        }
    }

    /** Revisions that a receipt named. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Addresses of all articles that were acknowledged. */
    Set<String> urls() {
        return Set.copyOf(urls);
    }

    /** Of ten articles one repeats the one before, one changes it, and one has no text. */
    private void postSingly(int thread) {
        for (int number = 0; !stopped; number++) {
            var prefix = "single-" + thread + "-";
            switch (number % 10) {
                case 7 -> post(article(prefix + (number - 1), "as it was"), prefix + (number - 1));
                case 8 -> post(article(prefix + (number - 2), "as it became"), prefix + (number - 2));
                case 9 -> refused("{\"url\":\"" + url(prefix + number) + "\",\"headline\":\"\",\"body\":\"\"}");
                default -> post(article(prefix + number, "as it was"), prefix + number);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void post(String article, String name) {
        var answer = untilAnswered("articles", "application/json", article);
        if (!answer.isSuccess()) {
            throw new AssertionError(name + " was refused: " + answer);
        }
        acknowledge(answer.json(), name);
    }

    private void refused(String article) {
        var answer = untilAnswered("articles", "application/json", article);
        if (answer.status() != 400) {
            throw new AssertionError("an article without text was not refused: " + answer);
        }
    }

    private void postBatches(int thread) {
        for (int number = 0; !stopped; number++) {
            var names = new ArrayList<String>();
            var lines = new StringBuilder();
            for (int line = 0; line < BATCH; line++) {
                names.add("batch-" + thread + "-" + number + "-" + line);
                lines.append(article(names.getLast(), "as it was")).append('\n');
            }
            while (!acknowledged(names, untilAnswered("articles/batch", "application/x-ndjson", lines.toString()))) {
                LockSupport.parkNanos(PAUSE_AFTER_REFUSAL.toNanos());
            }
            LockSupport.parkNanos(PAUSE.toNanos() * BATCH);
        }
    }

    /** Every receipt counts, those of a batch that was cut too; whether all lines have one. */
    private boolean acknowledged(List<String> names, Answer answer) {
        var receipts = answer.text().lines().map(JSON::readTree).toList();
        boolean all = receipts.size() == names.size();
        for (int i = 0; i < Math.min(receipts.size(), names.size()); i++) {
            if (receipts.get(i).has("revisionId")) {
                acknowledge(receipts.get(i), names.get(i));
            } else {
                all = false;
            }
        }
        return all;
    }

    private void acknowledge(JsonNode receipt, String name) {
        acknowledged.add(receipt.path("revisionId").asString());
        urls.add(url(name));
    }

    /** Whether a cut request was taken is unknown, so it is posted again. */
    private Answer untilAnswered(String path, String contentType, String body) {
        while (true) {
            try {
                var answer = api.post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
            } catch (IOException _) {
                // The connection was cut.
            }
            LockSupport.parkNanos(PAUSE_AFTER_REFUSAL.toNanos());
        }
    }

    private static String url(String name) {
        return "https://conservation.example/" + name;
    }

    private static String article(String name, String version) {
        return """
            {"url":"%s","language":"en","headline":"Report %s","body":"The report %s, %s, was read out on Tuesday."}\
            """.formatted(url(name), name, name, version);
    }
}
