package io.copytaster.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on real sockets of this machine that answers each path with the very bytes that a test wants. */
public final class LoopbackServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public LoopbackServer() {
        try {
            listener = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("loopback-server").start(this::accept);
    }

    /** What to do with a request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Asked request, Wire wire) throws IOException;
    }

    /** A request as it came. */
    public record Asked(String path, Map<String, String> headers) {}

    /** The connection of a request. */
    public record Wire(Socket socket, CountDownLatch serverClosed) {

        public void send(String text) throws IOException {
            send(text.getBytes(ISO_8859_1));
        }

        public void send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Waits for the server's end or so long; nothing of the test depends on how long it is. */
        public void rest(long millis) {
            try {
                var _ = serverClosed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        public boolean isServing() {
            return serverClosed.getCount() > 0;
        }
    }

    public LoopbackServer on(String path, Behaviour behaviour) {
        paths.put(path, behaviour);
        return this;
    }

    public LoopbackServer on(String path, String status, String body, String... headers) {
        return on(path, answer(status, body.getBytes(UTF_8), headers));
    }

    /** A complete answer whose length is right. */
    public static Behaviour answer(String status, byte[] body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + "\r\ncontent-length: " + body.length + "\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return (_, wire) -> {
            wire.send(head + "\r\n");
            wire.send(body);
        };
    }

    public static Behaviour redirect(int status, String location) {
        return answer(status + " Elsewhere", new byte[0], "location: " + location);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Every connection that was ever made, whatever came over it. */
    public int connections() {
        return connections.get();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().name("loopback-answer").start(() -> serve(socket));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var line = reader.readLine();
            if (line == null || !line.startsWith("GET ")) {
                new Wire(socket, closed).send("HTTP/1.1 400 What?\r\n\r\n");
                return;
            }
            var request = new Asked(line.split(" ", 3)[1], headers(reader));
            asked.add(request);
            var path = request.path().replaceFirst("\\?.*", "");
            paths.getOrDefault(path, answer("404 Not Found", new byte[0])).answer(request, new Wire(socket, closed));
        } catch (IOException _) {
            // The client went away, as many tests want it to.
        }
    }

    private static Map<String, String> headers(BufferedReader reader) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }
}
