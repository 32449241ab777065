package io.copytaster.ingest.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A news site on loopback: paths with answers that a test changes, and the requests that came. */
final class NewsSite implements AutoCloseable {

    /** An answer to every request for a path. */
    record Page(int status, Map<String, String> headers, String body) {

        static Page feed(String xml) {
            return new Page(200, Map.of("content-type", "application/rss+xml; charset=utf-8"), xml);
        }

        static Page html(String html) {
            return new Page(200, Map.of("content-type", "text/html; charset=utf-8"), html);
        }

        static Page status(int status) {
            return new Page(status, Map.of("content-type", "text/plain"), "status " + status);
        }

        Page with(String name, String value) {
            var all = new HashMap<>(headers);
            all.put(name, value);
            return new Page(status, all, body);
        }
    }

    /** A request that came. */
    record Request(String path, Map<String, List<String>> headers) {

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    NewsSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    NewsSite put(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var headers = Map.copyOf(exchange.getRequestHeaders());
            requests.add(new Request(path, headers));
            var page = pages.getOrDefault(path, Page.status(404));
            var etag = page.headers().get("etag");
            if (etag != null
                    && exchange.getRequestHeaders()
                            .getOrDefault("If-None-Match", List.of())
                            .contains(etag)) {
                exchange.getResponseHeaders().set("etag", etag);
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            page.headers().forEach(exchange.getResponseHeaders()::set);
            var body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
