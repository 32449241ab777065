package io.copytaster.alert.delivery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver on real sockets of this machine that can misbehave in every way that a test needs. */
final class LoopbackReceiver implements AutoCloseable {

    private final ServerSocket listener;
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Behaviour otherwise = answer("200 OK", "");

    LoopbackReceiver() {
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("receiver").start(this::accept);
    }

    /** What to do with a request. */
    @FunctionalInterface
    interface Behaviour {
        void react(Socket socket, LoopbackReceiver receiver) throws IOException;
    }

    /** A request as it came. */
    record Received(Map<String, String> headers, String body, String requestLine) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static Behaviour answer(String status, String body, String... headers) {
        var text = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (var header : headers) {
            text.append(header).append("\r\n");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("content-length: ")
                .append(length)
                .append("\r\nconnection: close\r\n\r\n")
                .append(body);
        return (socket, _) -> socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Never answers. */
    static Behaviour hang() {
        return (_, receiver) -> receiver.awaitClosed();
    }

    /** Resets the connection instead of answering. */
    static Behaviour reset() {
        return (socket, _) -> socket.setSoLinger(true, 0);
    }

    /** Answers 200 with a body that never ends, one byte at a time. */
    static Behaviour drip() {
        return (socket, receiver) -> {
            var out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!receiver.awaitClosed(200)) {
                out.write('.');
                out.flush();
            }
        };
    }

    /** Answers 200 with a body as large as is read. */
    static Behaviour flood() {
        return (socket, _) -> {
            var out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var block = new byte[64 * 1024];
            for (int i = 0; i < 16 * 1024; i++) {
                out.write(block);
            }
        };
    }

    LoopbackReceiver then(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
        return this;
    }

    LoopbackReceiver always(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/hook");
    }

    List<Received> received() {
        return received;
    }

    int connections() {
        return connections.get();
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

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitClosed(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                var socket = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var requestLine = line(in);
            var headers = new TreeMap<String, String>();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            received.add(new Received(headers, body, requestLine));
            var next = script.poll();
            (next == null ? otherwise : next).react(socket, this);
        } catch (IOException _) {
            // The sender hung up, as some tests want it to.
            return;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
