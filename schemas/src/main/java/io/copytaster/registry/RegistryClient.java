package io.copytaster.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The five requests of Confluent's registry API that we need, over HTTP. Thread-safe; remembers nothing.
 *
 * <p>An {@code IOException} means that the registry could not be asked: no connection, a time-out, a 5xx, a refusal of
 * our credentials, or an answer that no registry gives. Only an answer in the registry's own words (error codes 404xx)
 * counts as "there is none", so that a wrong address never passes for an unknown schema.
 */
final class RegistryClient implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 8 << 20;
    private static final int CONFLICT = 409;
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegistrySettings settings;
    private final HttpClient http;

    RegistryClient(RegistrySettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** Registers the schema or finds it registered; repeating changes nothing. */
    int register(String subject, Schema schema) throws IOException {
        var answer = ask("POST", subjectPath(subject) + "/versions", schemaBody(schema));
        if (answer.status() == CONFLICT) {
            var id = find(subject, schema);
            if (id.isPresent()) {
                return id.getAsInt();
            }
            throw new IncompatibleSchemaException(subject, answer.message());
        }
        return answer.expect("a schema id").body().path("id").asInt();
    }

    /** The id of a schema that is registered already. */
    OptionalInt find(String subject, Schema schema) throws IOException {
        var answer = ask("POST", subjectPath(subject), schemaBody(schema));
        return answer.isMissing()
                ? OptionalInt.empty()
                : OptionalInt.of(answer.expect("a schema id").body().path("id").asInt());
    }

    /** The schema with this id. */
    Optional<Schema> schema(int id) throws IOException {
        var answer = ask("GET", "/schemas/ids/" + id, null);
        return answer.isMissing()
                ? Optional.empty()
                : Optional.of(
                        parse(answer.expect("a schema").body().path("schema").asString()));
    }

    /** Sets the compatibility that new versions under the subject must have. */
    boolean setCompatibility(String subject, String level) throws IOException {
        var body = JSON.writeValueAsString(Map.of("compatibility", level));
        var answer = ask("PUT", configPath(subject), body);
        if (answer.status() == CONFLICT) {
            // Another caller set the subject's first level at the same moment; now there is one to change.
            answer = ask("PUT", configPath(subject), body);
        }
        return !answer.isMissing() && answer.expect("a compatibility level").status() < 300;
    }

    /** The compatibility that is set for the subject itself; empty if it has none of its own. */
    Optional<String> compatibility(String subject) throws IOException {
        var answer = ask("GET", configPath(subject), null);
        return answer.isMissing()
                ? Optional.empty()
                : Optional.of(answer.expect("a compatibility level")
                        .body()
                        .path("compatibilityLevel")
                        .asString());
    }

    static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static String schemaBody(Schema schema) {
        return JSON.writeValueAsString(Map.of("schema", schema.toString(), "schemaType", "AVRO"));
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    private static String configPath(String subject) {
        return "/config/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    private Answer ask(String method, String path, @Nullable String body) throws IOException {
        var failure = new IOException("the schema registry cannot be reached at " + settings.urls());
        for (var url : settings.urls()) {
            try {
                return askAt(url, method, path, body);
            } catch (InterruptedIOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failure.addSuppressed(e);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private Answer askAt(URI url, String method, String path, @Nullable String body) throws IOException {
        var response = send(request(URI.create(url + path), method, body));
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw new IOException("the schema registry answers " + response.statusCode() + " at " + url);
        }
        return new Answer(url, response.statusCode(), json(url, response.body()));
    }

    private HttpRequest request(URI uri, String method, @Nullable String body) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(settings.readTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        if (settings.user() != null) {
            var credentials = settings.user().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking the schema registry");
        }
    }

    private static JsonNode json(URI url, String body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("expected JSON from a schema registry at " + url + ": is the address complete?", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** What the registry said. */
    private record Answer(URI url, int status, JsonNode body) {

        boolean isMissing() {
            return status == 404 && body.path("error_code").asInt(0) / 100 == 404;
        }

        String message() {
            return body.path("message").asString("no reason given");
        }

        Answer expect(String what) throws IOException {
            if (status != 200) {
                throw new IOException("expected " + what + " from the schema registry at " + url + ", got status "
                        + status + ": " + message());
            }
            return this;
        }
    }
}
