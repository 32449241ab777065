package io.copytaster.ingest.fetch;

import static io.copytaster.ingest.fetch.Fetching.answered;
import static io.copytaster.ingest.fetch.Fetching.failed;
import static io.copytaster.ingest.fetch.Fetching.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.fetch.Fetched.Cause;
import io.copytaster.runtime.guard.GuardSettings;
import io.copytaster.runtime.guard.TargetGuard;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchClientTest {

    private final LoopbackServer server = new LoopbackServer();
    private final FetchClient client = Fetching.client(server);
    private final FetchClient hurried = new FetchClient(Fetching.hurried(), Fetching.reaching(server), Fetching.OPEN);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void gets_a_body_with_its_status_and_headers() {
        // Given
        server.on("/feed", "200 OK", "öffentlich", "ETag: W/\"a\"", "Link: <a>", "Link: <b>");

        // When
        var answer = answered(client.get(request(server.url("/feed?page=1#top"))));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("öffentlich");
        assertThat(answer.headers()).containsEntry("etag", "W/\"a\"").containsEntry("link", "<a>, <b>");
        assertThat(answer.url()).isEqualTo(server.url("/feed?page=1"));
        assertThat(answer.movedTo()).isNull();
        assertThat(answer.redirects()).isZero();
        assertThat(answer.took()).isPositive();
    }

    @Test
    void says_who_asks_and_sends_no_more_than_that() {
        // Given
        server.on("/feed", "200 OK", "");

        // When
        hurried.get(new FetchRequest(server.url("/feed"), Map.of("If-None-Match", "\"a\""), Fetching.MOST));

        // Then
        assertThat(server.asked().getFirst().headers())
                .containsEntry("user-agent", "Copytaster/0.1 (+https://copytaster.example/bot)")
                .containsEntry("accept-encoding", "gzip, deflate")
                .containsEntry("if-none-match", "\"a\"")
                .containsOnlyKeys("user-agent", "accept", "accept-encoding", "if-none-match", "host", "connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "206 Partial Content", "304 Not Modified", "403 Forbidden", "500 Broken"})
    void hands_every_status_over(String status) {
        // Given
        server.on("/", (_, wire) -> wire.send("HTTP/1.1 " + status + "\r\n\r\n"));

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void hands_a_redirect_without_location_over(int status) {
        // Given
        server.on("/", status + " Elsewhere", "text");

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
    void waits_for_the_answer_behind_interim_ones(String interim) {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 " + interim + "\r\nlink: <a>\r\n\r\n");
            wire.send("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ntext");
        });

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("text");
    }

    @Test
    void reads_a_body_that_ends_with_the_connection() {
        // Given
        server.on("/", (_, wire) -> wire.send("HTTP/1.0 200 OK\r\n\r\nold but whole"));

        // When
        var answer = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(answer.body()).asString(UTF_8).isEqualTo("old but whole");
    }

    @Test
    void an_answer_never_contains_the_rest_of_another_one() {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nmine");
            wire.send("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nyours");
        });
        client.get(request(server.url("/")));

        // When
        var second = answered(client.get(request(server.url("/"))));

        // Then
        assertThat(second.body()).asString(UTF_8).isEqualTo("mine");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void sends_addresses_that_people_write() {
        // Given
        server.on("/a%20b%7Cc/%C3%BC%25%2f", "200 OK", "text");

        // When
        var answer = answered(client.get(request(" " + server.url("/a b|c/ü%%2f?q=\"x\"") + " ")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.asked().getFirst().path()).isEqualTo("/a%20b%7Cc/%C3%BC%25%2f?q=%22x%22");
    }

    @Test
    void a_closed_port_is_no_connection() throws Exception {
        // Given
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        var any = new FetchClient(
                Fetching.patient(), TargetGuard.of(GuardSettings.allowing("127.0.0.1/32")), Fetching.OPEN);

        // When
        var failed = failed(any.get(request("http://127.0.0.1:" + port + "/?secret=1")));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.CONNECT);
        assertThat(failed.reason()).startsWith("expected ").doesNotContain("secret");
    }

    @Test
    void a_reset_instead_of_an_answer_is_no_connection() {
        // Given
        server.on("/", (_, wire) -> wire.socket().setSoLinger(true, 0));

        // When
        var failed = failed(client.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.CONNECT);
    }

    @Test
    void a_server_without_tls_behind_https_is_a_failure_of_tls() {
        // Given
        server.on("/", "200 OK", "plain");

        // When
        var failed = failed(client.get(request(server.url("/").replace("http:", "https:"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TLS);
    }

    @Test
    void silence_before_the_answer_ends_in_time() {
        // Given
        server.on("/", (_, wire) -> wire.rest(20_000));

        // When
        var failed = failed(hurried.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(failed.took()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_body_that_drips_ends_at_the_deadline() {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n");
            while (wire.isServing()) {
                wire.send("x");
                wire.rest(50);
            }
        });

        // When
        var failed = failed(hurried.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(failed.took()).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(10));
    }

    @Test
    void headers_that_drip_end_at_the_deadline() {
        // Given
        server.on("/", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n");
            while (wire.isServing()) {
                wire.send("x: y\r\n");
                wire.rest(50);
            }
        });

        // When
        var failed = failed(hurried.get(request(server.url("/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(failed.took()).isLessThan(Duration.ofSeconds(10));
    }
}
