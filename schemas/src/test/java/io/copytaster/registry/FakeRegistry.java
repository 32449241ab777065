package io.copytaster.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A registry in memory behind a real socket, which can be told to misbehave. */
public final class FakeRegistry implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private final Map<String, String> compatibilities = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<String> races = ConcurrentHashMap.newKeySet();
    private final Set<String> incompatible = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Reply misbehaviour;

    private FakeRegistry(HttpServer server) {
        this.server = server;
    }

    public static FakeRegistry start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var registry = new FakeRegistry(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", registry::answer);
            server.start();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives the next id to this schema. */
    public int add(String schema) {
        schemas.add(schema);
        return schemas.size();
    }

    /** Gives an id that was used before to another schema, as a registry does that lost its data. */
    public void replace(int id, String schema) {
        schemas.set(id - 1, schema);
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    public @Nullable String compatibility(String subject) {
        return compatibilities.get(subject);
    }

    /** Answers every request like this from now on. */
    public void answerAlways(int status, String body) {
        misbehaviour = new Reply(status, body);
    }

    /** Refuses new schemas under the subject as incompatible: "x at /fields/0". */
    public void refuseVersions(String subject) {
        incompatible.add("/subjects/" + subject + "/versions");
    }

    /** Carries the next such request out and answers with a conflict, as if another caller had been faster. */
    public void loseRace(String methodAndPath) {
        races.add(methodAndPath);
    }

    public void behave() {
        misbehaviour = null;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var request = exchange.getRequestMethod() + " " + path;
            requests.add(request);
            var always = misbehaviour;
            var reply = always == null ? reply(exchange.getRequestMethod(), path, body) : always;
            if (races.remove(request)) {
                reply = new Reply(409, "{\"error_code\":409,\"message\":\"already exists\"}");
            }
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(String method, String path, String body) {
        if (incompatible.contains(path)) {
            return new Reply(409, "{\"error_code\":409,\"message\":\"x at /fields/0\"}");
        }
        var parts = new ArrayList<>(List.of(path.split("/")));
        return switch (parts.get(1)) {
            case "schemas" -> schema(Integer.parseInt(parts.getLast()));
            case "config" -> config(method, parts.getLast(), body);
            case "subjects" -> subject(path.endsWith("/versions"), body);
            default -> new Reply(404, "<html>not here</html>");
        };
    }

    private Reply schema(int id) {
        return id < 1 || id > schemas.size()
                ? new Reply(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
                : new Reply(200, JSON.writeValueAsString(Map.of("schema", schemas.get(id - 1))));
    }

    private Reply config(String method, String subject, String body) {
        if (method.equals("PUT")) {
            compatibilities.put(
                    subject, JSON.readTree(body).path("compatibility").asString());
            return new Reply(200, body);
        }
        var level = compatibilities.get(subject);
        return level == null
                ? new Reply(404, "{\"error_code\":40408}")
                : new Reply(200, JSON.writeValueAsString(Map.of("compatibilityLevel", level)));
    }

    private synchronized Reply subject(boolean register, String body) {
        var schema = JSON.readTree(body).path("schema").asString();
        if (!schemas.contains(schema)) {
            if (!register) {
                return new Reply(404, "{\"error_code\":40403}");
            }
            schemas.add(schema);
        }
        return new Reply(200, "{\"id\":" + (schemas.indexOf(schema) + 1) + "}");
    }

    private record Reply(int status, String body) {}
}
