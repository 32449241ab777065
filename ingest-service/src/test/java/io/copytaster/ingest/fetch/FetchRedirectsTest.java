package io.copytaster.ingest.fetch;

import static io.copytaster.ingest.fetch.Fetching.answered;
import static io.copytaster.ingest.fetch.Fetching.failed;
import static io.copytaster.ingest.fetch.Fetching.request;
import static io.copytaster.ingest.fetch.LoopbackServer.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.fetch.Fetched.Cause;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchRedirectsTest {

    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private final FetchClient client = Fetching.client(server, other);

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void follows_every_kind_of_redirect(int status) {
        // Given
        server.on("/old", redirect(status, "/new?x=1#part")).on("/new", "200 OK", "here");

        // When
        var answer = answered(client.get(request(server.url("/old"))));

        // Then
        assertThat(answer.body()).asString(UTF_8).isEqualTo("here");
        assertThat(answer.url()).isEqualTo(server.url("/new?x=1"));
        assertThat(answer.redirects()).isEqualTo(1);
    }

    @Test
    void an_address_has_moved_where_permanent_redirects_alone_lead() {
        // Given
        server.on("/a", redirect(301, "/b")).on("/b", redirect(308, "/c")).on("/c", "200 OK", "here");

        // When
        var answer = answered(client.get(request(server.url("/a"))));

        // Then
        assertThat(answer.movedTo()).isEqualTo(server.url("/c"));
    }

    @Test
    void a_temporary_redirect_ends_what_is_permanent() {
        // Given
        server.on("/a", redirect(301, "/b")).on("/b", redirect(302, "/c")).on("/c", redirect(301, "/d"));
        server.on("/d", "200 OK", "here");

        // When
        var behindPermanent = answered(client.get(request(server.url("/a"))));
        var behindTemporary = answered(client.get(request(server.url("/b"))));

        // Then
        assertThat(behindPermanent.movedTo()).isEqualTo(server.url("/b"));
        assertThat(behindPermanent.url()).isEqualTo(server.url("/d"));
        assertThat(behindTemporary.movedTo()).isNull();
    }

    @Test
    void follows_five_redirects_and_not_six() {
        // Given
        for (int i = 1; i <= 6; i++) {
            server.on("/" + i, redirect(302, "/" + (i - 1)));
        }
        server.on("/0", "200 OK", "here");

        // When
        var five = answered(client.get(request(server.url("/5"))));
        var six = failed(client.get(request(server.url("/6"))));

        // Then
        assertThat(five.redirects()).isEqualTo(5);
        assertThat(six.cause()).isEqualTo(Cause.REDIRECTS);
        assertThat(six.reason()).contains("at most 5");
    }

    @Test
    void a_circle_is_noticed_at_once() {
        // Given
        server.on("/a", redirect(302, "/b?secret=1")).on("/b", redirect(302, "/a"));

        // When
        var failed = failed(client.get(request(server.url("/a"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.REDIRECTS);
        assertThat(failed.reason()).contains("circle").doesNotContain("secret");
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "gopher://127.0.0.1/",
                "jar:http://127.0.0.1/a!/b",
                "javascript:alert(1)",
                "http://",
                "http://2130706433/",
                "http://127.0.0.1:99999/"
            })
    void goes_nowhere_but_to_http_and_https(String location) {
        // Given
        server.on("/a", redirect(302, location));

        // When
        var failed = failed(client.get(request(server.url("/a"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.REDIRECTS);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void refuses_credentials_in_a_redirect() {
        // Given
        server.on("/a", redirect(302, "http://user:pw@127.0.0.1:" + other.port() + "/"));

        // When
        var failed = failed(client.get(request(server.url("/a"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.REDIRECTS);
        assertThat(failed.reason()).doesNotContain("pw");
        assertThat(other.connections()).isZero();
    }

    @Test
    void a_redirect_to_a_forbidden_address_is_never_contacted() {
        // Given
        try (var canary = new LoopbackServer()) {
            canary.on("/", "200 OK", "secrets");
            server.on("/a", redirect(302, canary.url("/")));
            server.on("/b", redirect(302, "/a"));

            // When
            var failed = failed(client.get(request(server.url("/b"))));

            // Then
            assertThat(failed.cause()).isEqualTo(Cause.BLOCKED);
            assertThat(failed.reason()).contains("copytaster.guard.allow");
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void keeps_credentials_from_other_origins() {
        // Given
        server.on("/a", redirect(302, "/b")).on("/b", redirect(302, other.url("/c")));
        other.on("/c", redirect(302, server.url("/d")));
        server.on("/d", "200 OK", "here");
        var headers = Map.of("Authorization", "Basic eA==", "Cookie", "a=b", "If-None-Match", "\"x\"");

        // When
        answered(client.get(new FetchRequest(server.url("/a"), headers, Fetching.MOST)));

        // Then
        assertThat(server.asked())
                .allSatisfy(asked -> assertThat(asked.headers()).containsKeys("authorization", "cookie"));
        assertThat(other.asked().getFirst().headers())
                .containsKey("if-none-match")
                .doesNotContainKeys("authorization", "cookie");
    }

    @Test
    void does_not_read_the_body_of_a_redirect() {
        // Given
        server.on("/a", (_, wire) -> {
            wire.send("HTTP/1.1 302 Elsewhere\r\nlocation: /b\r\n\r\n");
            while (wire.isServing()) {
                wire.send("x".repeat(1000));
            }
        });
        server.on("/b", "200 OK", "here");

        // When
        var answer = answered(client.get(request(server.url("/a"))));

        // Then
        assertThat(answer.body()).asString(UTF_8).isEqualTo("here");
    }

    @Test
    void a_step_from_https_to_http_is_known_and_never_permanent() throws Exception {
        // Given
        var route = new Route(WebAddress.of("https://news.example/a"), 5);

        // When
        boolean leftHttps = route.follow(301, "http://news.example/b");

        // Then
        assertThat(leftHttps).isTrue();
        assertThat(route.movedTo()).isNull();
        assertThat(route.follow(301, "https://news.example/c")).isFalse();
        assertThat(route.movedTo()).isNull();
    }
}
