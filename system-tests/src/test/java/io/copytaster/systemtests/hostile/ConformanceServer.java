package io.copytaster.systemtests.hostile;

import io.copytaster.localservers.port.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server of the shared conformance set as a process: it answers each case, and notes who contacts its other port. */
final class ConformanceServer implements AutoCloseable {

    private static final Path SHARED = Path.of("../../shared/conformance");
    private static final Path CASES = SHARED.resolve("hostile/cases.ndjson");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEGABYTE = "a".repeat(1_000_000);

    private final Process process;
    private final int port;
    private final int canaryPort;
    private final Path contacts;

    private ConformanceServer(Process process, int port, int canaryPort, Path contacts) {
        this.process = process;
        this.port = port;
        this.canaryPort = canaryPort;
        this.contacts = contacts;
    }

    /** Whether the set lies beside the checkout. */
    static boolean isThere() {
        return Files.exists(CASES);
    }

    /** Starts the server and waits until it listens. */
    static ConformanceServer start(Path folder) throws IOException {
        int port = Ports.free();
        int canaryPort = Ports.free();
        var contacts = folder.resolve("contacts.ndjson");
        var process = new ProcessBuilder(
                        "python3",
                        SHARED.resolve("scorers/hostile_server.py").toString(),
                        CASES.toString(),
                        "--port",
                        String.valueOf(port),
                        "--canary-port",
                        String.valueOf(canaryPort),
                        "--contacts",
                        contacts.toString())
                .redirectError(folder.resolve("hostile-server.log").toFile())
                .start();
        var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        if (out.readLine() == null) {
            throw new IOException("the server of the hostile cases ended at once; see its log in " + folder);
        }
        return new ConformanceServer(process, port, canaryPort, contacts);
    }

    /** The only address that the service may reach here. */
    String allowed() {
        return "127.0.0.1/32:" + port;
    }

    /** The set, those apart whose server makes us wait. */
    List<JsonNode> cases(boolean slow) throws IOException {
        return Files.readAllLines(CASES).stream()
                .map(JSON::readTree)
                .filter(node -> isSlow(node) == slow)
                .toList();
    }

    HostileCase hostile(JsonNode node) {
        var name = node.path("case").asString();
        var url = "http://127.0.0.1:" + port + "/case/" + name;
        return switch (node.path("surface").asString()) {
            case "feed-fetch" -> new HostileCase.FeedFetch(name, url);
            case "page-fetch" -> new HostileCase.PageFetch(name, url);
            case "feed-register" ->
                new HostileCase.FeedRegister(
                        name,
                        node.path("input")
                                .path("url")
                                .asString()
                                .replace("{canaryPort}", String.valueOf(canaryPort))
                                .replace("{1mb}", MEGABYTE));
            case "api-json" ->
                new HostileCase.ApiJson(
                        name,
                        node.path("request")
                                .path("headers")
                                .path("Content-Type")
                                .asString("application/json"),
                        () -> request(name));
            default -> throw new IllegalArgumentException("no surface " + node.path("surface"));
        };
    }

    /** Connections to the forbidden port so far. */
    List<String> contacts() {
        try {
            return Files.exists(contacts) ? Files.readAllLines(contacts) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes results beside the build and lets the scorer judge them: its report. */
    static String score(List<CaseResult> results) throws IOException, InterruptedException {
        var file = Path.of("target/hostile-results.ndjson");
        Files.write(file, results.stream().map(ConformanceServer::line).toList());
        var scorer = new ProcessBuilder(
                        "python3",
                        SHARED.resolve("scorers/score_hostile.py").toString(),
                        CASES.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var report = new String(scorer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        scorer.waitFor();
        return report;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSlow(JsonNode node) {
        var script = node.path("raw").toString();
        return script.contains("\"sleep\"") || script.contains("\"loop\"") || script.contains("\"drip\"");
    }

    /** The names of the fields become ours without anybody parsing what may be no JSON. */
    private byte[] request(String name) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + "/request/" + name).toURL();
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("\"title\":", "\"headline\":")
                    .replace("\"text\":", "\"body\":")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static String line(CaseResult result) {
        var node = JSON.createObjectNode();
        node.put("case", result.name()).setAll((ObjectNode) JSON.valueToTree(result));
        return JSON.writeValueAsString(node);
    }
}
