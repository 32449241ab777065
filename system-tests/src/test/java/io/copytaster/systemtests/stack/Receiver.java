package io.copytaster.systemtests.stack;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.copytaster.systemtests.guarantee.ReceivedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A subscriber's endpoint: verifies each webhook with an independent library and keeps what it got. */
public final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ReceivedWebhook> received = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final int failEvery;
    private volatile @Nullable String secret;

    private Receiver(HttpServer server, int failEvery) {
        this.server = server;
        this.failEvery = failEvery;
    }

    /** Listens on a free loopback port and answers 500 to the first attempt of every n-th delivery; 0: to none. */
    public static Receiver start(int failEvery) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        var receiver = new Receiver(server, failEvery);
        server.createContext("/", receiver::answer);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    /** The secret of the endpoint, as its creation answered it. */
    public void verifyWith(String secret) {
        this.secret = secret;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** What has arrived so far, failed requests included. */
    public List<ReceivedWebhook> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var data = JSON.readTree(body).path("data").path("article");
            var id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            boolean fails = failEvery > 0 && seen.add(id) && deliveries.incrementAndGet() % failEvery == 0;
            received.add(new ReceivedWebhook(
                    id,
                    data.path("articleId").asString(),
                    data.path("revisionId").asString(),
                    body,
                    verifies(exchange, body),
                    !fails));
            exchange.sendResponseHeaders(fails ? 500 : 204, -1);
        }
    }

    private boolean verifies(HttpExchange exchange, String body) {
        var key = secret;
        if (key == null) {
            return false;
        }
        try {
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
            new Webhook(key).verify(body, headers);
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }
}
