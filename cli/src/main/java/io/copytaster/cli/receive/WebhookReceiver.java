package io.copytaster.cli.receive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An HTTP server on the loopback interface that takes webhook messages, judges each, tells a listener and answers: 204
 * for what it trusts, 401 for what it rejects, 413 for what is too large.
 *
 * <p>Thread rule: each message is judged and told on a virtual thread of its own.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final HttpServer server;
    private final Function<Message, Verdict> judge;
    private final BiConsumer<Message, Verdict> listener;

    private WebhookReceiver(
            HttpServer server, Function<Message, Verdict> judge, BiConsumer<Message, Verdict> listener) {
        this.server = server;
        this.judge = judge;
        this.listener = listener;
    }

    /** Listens until closed; port 0 stands for a free one. */
    public static WebhookReceiver start(
            int port, Function<Message, Verdict> judge, BiConsumer<Message, Verdict> listener) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
            WebhookReceiver receiver = new WebhookReceiver(server, judge, listener);
            server.createContext("/", receiver::receive);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("could not listen on port " + port, e);
        }
    }

    /** What an endpoint gives as its URL to be heard here. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            return 405;
        }
        byte[] body = body(exchange);
        if (body.length > LARGEST_BODY) {
            return 413;
        }
        Message message = new Message(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body);
        Verdict verdict = judge.apply(message);
        listener.accept(message, verdict);
        return verdict instanceof Verdict.Rejected ? 401 : 204;
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(LARGEST_BODY + 1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
