package io.copytaster.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.runtime.EchoApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String TOKEN = "a-token-of-enough-length";

    @Test
    void without_authentication_everybody_on_loopback_is_the_first_subscriber() throws IOException {
        try (var service = EchoApplication.start()) {
            // When
            var answer = raw(EchoApplication.port(service), "GET /who HTTP/1.1\r\nHost: localhost\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("default");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"})
    void a_request_for_another_host_is_misdirected(String host) throws IOException {
        try (var service = EchoApplication.start("--copytaster.access.hosts=desk.example")) {
            // When
            var answer = raw(EchoApplication.port(service), "GET /who HTTP/1.1\r\nHost: " + host + "\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 421").contains("copytaster.access.hosts");
        }
    }

    @Test
    void a_host_that_is_configured_is_ours() throws IOException {
        try (var service = EchoApplication.start("--copytaster.access.hosts=desk.example")) {
            // When
            var answer = raw(EchoApplication.port(service), "GET /who HTTP/1.1\r\nHost: Desk.Example:8080\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer wrong-token-of-length\r\n", "Authorization: Basic YTpi\r\n"})
    void with_a_token_configured_a_request_without_it_is_refused(String authorization) throws IOException {
        try (var service = EchoApplication.start("--copytaster.access.bootstrap-token=" + TOKEN)) {
            // When
            var answer = raw(EchoApplication.port(service), "GET /who HTTP/1.1\r\nHost: localhost\r\n" + authorization);

            // Then
            assertThat(answer)
                    .startsWith("HTTP/1.1 401")
                    .contains("WWW-Authenticate: Bearer")
                    .contains("application/problem+json")
                    .contains("send the API token");
        }
    }

    @Test
    void the_token_opens_the_service() throws IOException {
        try (var service = EchoApplication.start("--copytaster.access.bootstrap-token=" + TOKEN)) {
            // When
            var answer = raw(
                    EchoApplication.port(service),
                    "GET /who HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN + "\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("default");
        }
    }

    @Test
    void a_listener_beyond_loopback_without_authentication_does_not_start() {
        // When
        assertThatThrownBy(() -> EchoApplication.start("--server.address=0.0.0.0"))
                // Then
                .rootCause()
                .isInstanceOf(OpenListenerException.class)
                .hasMessageContaining("COPYTASTER_TOKEN");
    }

    @Test
    void a_short_token_is_refused_without_being_printed() {
        // When
        assertThatThrownBy(() -> new AccessSettings(new Secret("short"), List.of()))
                // Then
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("short;");
    }

    @Test
    void settings_print_no_secret() {
        // When
        var printed = new AccessSettings(new Secret(TOKEN), List.of("desk.example")).toString();

        // Then
        assertThat(printed).contains("***").doesNotContain(TOKEN);
    }

    private static String raw(int port, String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
