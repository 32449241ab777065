package io.copytaster.alert.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads server-sent events from a socket of its own, as a browser would, until it is closed. */
final class EventReading implements AutoCloseable {

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    EventReading(URI url, Optional<String> lastEventId) {
        try {
            socket = new Socket(url.getHost(), url.getPort());
            var request = "GET " + url.getPath() + " HTTP/1.1\r\nhost: " + url.getAuthority()
                    + "\r\naccept: text/event-stream\r\n"
                    + lastEventId.map(id -> "last-event-id: " + id + "\r\n").orElse("") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var in = socket.getInputStream();
            Thread.ofVirtual().name("event-reading").start(() -> read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data of the alerts so far. */
    List<String> alerts() {
        return valuesOf("data:").stream()
                .filter(data -> data.contains("alertId"))
                .toList();
    }

    List<String> ids() {
        return valuesOf("id:");
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> valuesOf(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()))
                .toList();
    }

    private void read(InputStream in) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // Cut off by the test.
            return;
        }
    }
}
