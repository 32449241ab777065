package io.copytaster.systemtests.feeds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request, and the bytes that answer it. Belongs to one thread. */
public final class Exchange {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int DRIPS = 20;

    private final SocketChannel channel;
    private final OutputStream out;
    private final String base;
    private final String path;
    private final Map<String, String> headers;
    private Duration bodyTakes = Duration.ZERO;

    private Exchange(SocketChannel channel, String base, String path, Map<String, String> headers) {
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
        this.base = base;
        this.path = path;
        this.headers = headers;
    }

    /** Ends the connection with a reset instead of an end. */
    static final class Reset extends IOException {
        private static final long serialVersionUID = 1;
    }

    static Exchange read(SocketChannel channel, String base) throws IOException {
        var lines = head(Channels.newInputStream(channel)).split("\r\n", -1);
        var request = lines[0].split(" ", -1);
        if (request.length < 2) {
            throw new IOException("no request");
        }
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Exchange(channel, base, request[1], headers);
    }

    /** The address of the host, without a slash at its end. */
    public String base() {
        return base;
    }

    /** What was asked for, with its query. */
    public String path() {
        return path;
    }

    /** A header of the request, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the request names validators. */
    public boolean isConditional() {
        return headers.containsKey("if-none-match") || headers.containsKey("if-modified-since");
    }

    /** Bodies of {@link #respond} take so long from here on. */
    public void drip(Duration bodyTakes) {
        this.bodyTakes = bodyTakes;
    }

    /** A whole answer. */
    public void respond(int status, Map<String, String> more, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\n");
        more.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (status != 304) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        send(head.append("\r\n").toString());
        if (bodyTakes.isZero()) {
            out.write(bytes);
            return;
        }
        int step = bytes.length / DRIPS + 1;
        for (int from = 0; from < bytes.length; from += step) {
            pause(bodyTakes.dividedBy(DRIPS));
            out.write(bytes, from, Math.min(step, bytes.length - from));
        }
    }

    /** These characters in UTF-8, as they are. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes, as they are. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Silence; ends with an exception when the server is closed. */
    public void pause(Duration duration) throws IOException {
        FeedHost.pause(duration);
    }

    /** What a script throws to end the connection with a reset. */
    public IOException reset() {
        return new Reset();
    }

    void end() throws IOException {
        channel.shutdownOutput();
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int last = 0;
        while (head.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the request ended early");
            }
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return head.toString(StandardCharsets.US_ASCII);
            }
        }
        throw new IOException("the request has more than " + LONGEST_HEAD + " bytes of headers");
    }
}
