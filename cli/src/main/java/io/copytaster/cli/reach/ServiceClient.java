package io.copytaster.cli.reach;

import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks one service of ours over HTTP; says where it was looked for when it is not there. */
public final class ServiceClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final URI root;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /** An empty token sends none. */
    public ServiceClient(String name, URI root, String token) {
        this.name = name;
        this.root = root;
        this.token = token;
    }

    public String name() {
        return name;
    }

    public URI root() {
        return root;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", json);
    }

    public Answer post(String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** The answer, when it is a good one; otherwise the command ends with the service's own words. */
    public Answer required(Answer answer) {
        if (!answer.isGood()) {
            throw new CommandFailedException(
                    ExitCode.REFUSED, name + " answered " + answer.status() + ": " + answer.detail());
        }
        return answer;
    }

    /** True when the service says that it can take work. */
    public boolean isReady() {
        try {
            return get("/actuator/health/readiness").isGood();
        } catch (CommandFailedException notReachable) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(ANSWER_WITHIN);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.NOT_REACHABLE,
                    name + " is not reachable at " + root + "; start everything with ./copytaster dev",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.NOT_REACHABLE, "interrupted", e);
        }
    }
}
