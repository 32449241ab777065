package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.localservers.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service itself on a free port, and a sender that talks to it over a real socket. */
public final class IngestServer {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;

    private IngestServer(ConfigurableApplicationContext context) {
        this.context = context;
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        this.api = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The one that all tests of this JVM share. */
    public static IngestServer shared() {
        return Shared.SERVER;
    }

    /**
     * One of its own, with settings on top. It stays until the JVM ends: the first one to close would take along the
     * event loops of all.
     */
    public static IngestServer start(Map<String, String> settings) {
        var all = new HashMap<>(LocalServers.shared().springProperties());
        all.putAll(Map.of(
                "server.port",
                "0",
                "logging.level.org.apache.kafka",
                "warn",
                "copytaster.follow.pause",
                "100ms",
                // Servers of one JVM share a database: one that polls would poll the feeds of all tests.
                "copytaster.feed.enabled",
                "false"));
        all.putAll(settings);
        var arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new IngestServer(new SpringApplicationBuilder(IngestApplication.class).run(arguments));
    }

    /** What the service said. */
    public record Said(int status, JsonNode body, HttpResponse<String> response) {

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    public Said post(SampleArticle article) {
        return post(article.json().getBytes(StandardCharsets.UTF_8));
    }

    public Said post(byte[] json, String... headers) {
        return send(request("api/v1/articles", headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json)));
    }

    public List<JsonNode> batch(String ndjson) {
        return batch("", ndjson);
    }

    /** A batch with a query such as {@code ?origin=backfill}. */
    public List<JsonNode> batch(String query, String ndjson) {
        var response = exchange(request("api/v1/articles/batch" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(ndjson))
                .build());
        var lines = new ArrayList<JsonNode>();
        response.body().lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
        return lines;
    }

    public Said get(String path) {
        return send(request(path).GET());
    }

    public Said delete(String path) {
        return send(request(path).DELETE());
    }

    /** A part of the running service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    public Said send(HttpRequest.Builder request) {
        var response = exchange(request.build());
        var body = response.body().isBlank() ? "{}" : response.body();
        return new Said(response.statusCode(), JsonMapper.shared().readTree(body), response);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the service did not answer " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Not inside {@link Shared}: awaiting happens on another thread, which would wait for that class. */
    private static IngestServer ready(IngestServer server) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.get("actuator/health/readiness").status())
                                .isEqualTo(200));
        return server;
    }

    private static final class Shared {
        static final IngestServer SERVER = ready(start(Map.of()));
    }
}
