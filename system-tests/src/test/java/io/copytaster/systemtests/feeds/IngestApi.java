package io.copytaster.systemtests.feeds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks ingest-service over HTTP. Thread-safe. */
public final class IngestApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(150);
    private static final int PAGE = 500;
    private static final Pattern METRIC =
            Pattern.compile("(?m)^copytaster_ingest_(\\w+?)(?:\\{(.*?)})? ([-+.0-9eE]+)$");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String root;

    public IngestApi(String root) {
        this.root = root;
    }

    /** An answer as it came. */
    public record Answer(int status, String text) {

        /** Whether the service said yes. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The document; an empty object when there is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
            } catch (JacksonException _) {
                return JSON.createObjectNode();
            }
        }
    }

    /** The ledger's totals. */
    public record Totals(long taken, Map<String, Long> byOutcome, long unaccounted) {

        /** Items over all outcomes. */
        public long ended() {
            return byOutcome.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Asks with GET; the path begins below {@code /api/v1/}. */
    public Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(root + "/api/v1/" + path)));
    }

    /** Asks with POST; the path begins below {@code /api/v1/}. */
    public Answer post(String path, String contentType, byte[] body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(root + "/api/v1/" + path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Posts a JSON object with these fields. */
    public Answer post(String path, Map<String, ?> fields) throws IOException {
        return post(path, "application/json", JSON.writeValueAsBytes(fields));
    }

    /** Reads a feed now. */
    public Answer fetch(String feedId) throws IOException {
        return post("feeds/" + feedId + "/fetch", "application/json", new byte[0]);
    }

    /** Lines of the ledger that the parameters choose, at most so many pages of {@value #PAGE}. */
    public List<JsonNode> ledger(String parameters, int pages) throws IOException {
        var lines = new ArrayList<JsonNode>();
        var cursor = "";
        for (int page = 0; page < pages; page++) {
            var answer = get("ledger?limit=" + PAGE + "&" + parameters + cursor);
            if (!answer.isSuccess()) {
                throw new IOException("the ledger does not answer: " + answer);
            }
            var items = answer.json().path("items");
            items.forEach(lines::add);
            if (items.size() < PAGE) {
                break;
            }
            cursor = "&cursor=" + answer.json().path("next").asString();
        }
        return lines;
    }

    /** What came in and what became of it, from the service's metrics. */
    public Totals totals() throws IOException {
        var answer = send(HttpRequest.newBuilder(URI.create(root + "/actuator/prometheus")));
        if (!answer.isSuccess()) {
            throw new IOException("no metrics: " + answer);
        }
        var values = METRIC.matcher(answer.text())
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1) + (line.group(2) == null ? "" : line.group(2)),
                        line -> (long) Double.parseDouble(line.group(3)),
                        (one, _) -> one));
        var outcomes = values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("items"))
                .collect(Collectors.toMap(
                        value -> value.getKey().replaceAll(".*outcome=\"(\\w+)\".*", "$1"), Map.Entry::getValue));
        return new Totals(values.getOrDefault("taken", -1L), outcomes, values.getOrDefault("unaccounted", -1L));
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
