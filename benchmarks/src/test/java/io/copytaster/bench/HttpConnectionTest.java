package io.copytaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private final ConcurrentHashMap<Integer, Integer> requestsByPort = new ConcurrentHashMap<>();
    private final HttpServer server = server();

    @BeforeEach
    void start() {
        server.createContext("/sized", exchange -> {
            requestsByPort.merge(exchange.getRemoteAddress().getPort(), 1, Integer::sum);
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("un".getBytes(StandardCharsets.UTF_8));
                out.flush();
                out.write(" deux é".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void several_requests_use_one_connection() throws IOException {
        try (var connection = new HttpConnection(server.getAddress().getPort())) {
            // When
            var one = connection.post("/sized", "text/plain", "eins".getBytes(StandardCharsets.UTF_8));
            var two = connection.post("/sized", "text/plain", "zwei".getBytes(StandardCharsets.UTF_8));

            // Then
            assertThat(one).isEqualTo(new HttpConnection.Answer(202, "eins", Duration.ZERO));
            assertThat(two).isEqualTo(new HttpConnection.Answer(202, "zwei", Duration.ZERO));
            assertThat(requestsByPort.values()).containsExactly(2);
        }
    }

    @Test
    void an_answer_in_chunks_is_read_to_its_end() throws IOException {
        try (var connection = new HttpConnection(server.getAddress().getPort())) {
            // When
            var answer = connection.get("/chunked");

            // Then
            assertThat(answer).isEqualTo(new HttpConnection.Answer(200, "un deux é", Duration.ZERO));
            assertThat(connection.get("/chunked").status()).isEqualTo(200);
        }
    }

    @Test
    void a_refusal_says_how_long_to_wait() throws IOException {
        // Given
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "2");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });

        try (var connection = new HttpConnection(server.getAddress().getPort())) {
            // When
            var answer = connection.get("/busy");

            // Then
            assertThat(answer).isEqualTo(new HttpConnection.Answer(429, "", Duration.ofSeconds(2)));
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
