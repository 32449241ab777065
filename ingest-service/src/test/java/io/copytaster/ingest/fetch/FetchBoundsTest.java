package io.copytaster.ingest.fetch;

import static io.copytaster.ingest.fetch.Fetching.answered;
import static io.copytaster.ingest.fetch.Fetching.failed;
import static io.copytaster.ingest.fetch.Fetching.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.fetch.Fetched.Cause;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and headers that are too long, too short or no HTTP. */
class FetchBoundsTest {

    private static final int MOST = (int) Fetching.MOST;

    private final LoopbackServer server = new LoopbackServer();
    private final FetchClient client = Fetching.client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_body_of_just_the_bytes_allowed_is_whole_and_one_more_is_too_large() {
        // Given
        server.on("/fits", LoopbackServer.answer("200 OK", new byte[MOST]));
        server.on("/more", LoopbackServer.answer("200 OK", new byte[MOST + 1]));

        // When
        var fits = answered(client.get(request(server.url("/fits"))));
        var more = failed(client.get(request(server.url("/more"))));

        // Then
        assertThat(fits.body()).hasSize(MOST);
        assertThat(more.cause()).isEqualTo(Cause.TOO_LARGE);
        assertThat(more.reason()).contains(String.valueOf(MOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "transfer-encoding: chunked\r\n"})
    void an_endless_body_is_hung_up_on(String framing) {
        // Given
        var sent = new AtomicLong();
        var hungUp = new CountDownLatch(1);
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n" + framing + "\r\n");
            var block = framing.isEmpty() ? "x".repeat(0x400) : "400\r\n" + "x".repeat(0x400) + "\r\n";
            try {
                while (wire.isServing()) {
                    wire.send(block);
                    sent.addAndGet(block.length());
                }
            } finally {
                hungUp.countDown();
            }
        });

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TOO_LARGE);
        Awaitility.await().until(() -> hungUp.getCount() == 0);
        assertThat(sent.get()).isLessThan(30_000_000);
    }

    @Test
    void a_body_below_its_content_length_is_truncated() {
        // Given
        server.on("/", (_, wire) -> wire.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this"));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TRUNCATED);
        assertThat(failed.reason()).contains("9 bytes");
    }

    @Test
    void chunks_without_the_last_one_are_truncated() {
        // Given
        server.on("/", (_, wire) -> wire.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\ntext\r\n"));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TRUNCATED);
    }

    @Test
    void a_connection_that_is_reset_in_the_body_is_truncated() {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n\r\nhalf of it");
            wire.rest(200);
            wire.socket().setSoLinger(true, 0);
        });

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnot hexadecimal\r\ntext\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-4\r\ntext\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\ntext",
                "HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\ntext",
                "HTTP/1.1 lots OK\r\n\r\n",
                "SSH-2.0-something\r\n\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n"
            })
    void what_is_no_http_is_a_failure_of_the_protocol(String bytes) {
        // Given
        server.on("/", (_, wire) -> wire.send(bytes));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isIn(Cause.PROTOCOL, Cause.TRUNCATED, Cause.CONNECT);
    }

    @Test
    void endless_headers_are_too_large() {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n");
            while (wire.isServing()) {
                wire.send("x-filler: " + "y".repeat(100) + "\r\n");
            }
        });

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nx-huge: ",
                "HTTP/1.1 200 ",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4;"
            })
    void one_line_without_an_end_is_too_large(String start) {
        // Given
        server.on("/", (_, wire) -> {
            wire.send(start);
            while (wire.isServing()) {
                wire.send("y".repeat(1000));
            }
        });

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void headers_of_60_kilobytes_are_read() {
        // Given
        server.on("/", "200 OK", "text", "x-long: " + "y".repeat(60_000));

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.headers()).containsKey("x-long");
        assertThat(answer.body()).asString(UTF_8).isEqualTo("text");
    }

    @Test
    void a_request_refuses_what_would_break_it() {
        assertThat(Arrays.asList(0L, -1L, Long.MAX_VALUE))
                .allSatisfy(most -> assertThatThrownBy(() -> new FetchRequest("http://a.example/", Map.of(), most))
                        .hasMessageContaining("maxBytes"));
        assertThatThrownBy(() -> new FetchRequest("http://a.example/", Map.of("a", "b\r\nc: d"), 1))
                .hasMessageContaining("header a");
        assertThatThrownBy(() -> new FetchRequest("http://a.example/", Map.of("a b", "c"), 1))
                .hasMessageContaining("name of a header");
    }
}
