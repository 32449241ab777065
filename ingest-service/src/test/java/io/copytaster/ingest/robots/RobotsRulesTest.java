package io.copytaster.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.fetch.Fetching;
import io.copytaster.ingest.fetch.LoopbackServer;
import io.copytaster.ingest.robots.RobotsVerdict.Allowed;
import io.copytaster.ingest.robots.RobotsVerdict.Disallowed;
import io.copytaster.ingest.robots.RobotsVerdict.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class RobotsRulesTest {

    private static final RobotsSettings SETTINGS =
            new RobotsSettings(Duration.ofHours(24), Duration.ofMinutes(15), DataSize.ofMegabytes(1));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
    private final Clock clock = InstantSource.offset(now::get, Duration.ZERO).withZone(ZoneOffset.UTC);
    private final LoopbackServer server = new LoopbackServer();
    private final FetchClient client = Fetching.client(server);
    private final RobotsRules robots = new RobotsRules(client, SETTINGS, clock);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/news/1, true",
        "/private/1, false",
        "/private/press/1, true",
        "/PRIVATE/1, true",
        "/a/print, false",
        "/a/print/more, true",
        "/b?session=1, false",
        "/%7Ejoe/1, false",
        "/~joe/1, false"
    })
    void obeys_paths_wildcards_and_the_longest_match(String path, boolean allowed) {
        // Given
        serve("""
            User-agent: *
            Disallow: /private/
            Allow: /private/press/
            Disallow: /*/print$
            Disallow: /*?session=
            Disallow: /~joe/
            """);

        // When
        var verdict = robots.mayFetch(server.url(path));

        // Then
        assertThat(verdict instanceof Allowed).isEqualTo(allowed);
    }

    @Test
    void obeys_its_own_group_rather_than_everybodys() {
        // Given
        serve("""
            User-agent: *
            Disallow: /

            User-agent: OtherBot
            User-agent: copytaster
            Disallow: /drafts/
            """);

        // When
        var news = robots.mayFetch(server.url("/news/1"));
        var drafts = robots.mayFetch(server.url("/drafts/1?secret=1"));

        // Then
        assertThat(news).isEqualTo(new Allowed());
        assertThat(drafts)
                .isInstanceOfSatisfying(
                        Disallowed.class,
                        disallowed -> assertThat(disallowed.reason())
                                .contains("robots.txt", "/drafts/1")
                                .doesNotContain("secret"));
    }

    @Test
    void a_group_for_us_that_forbids_everything_is_obeyed() {
        // Given
        serve("User-agent: Copytaster\nDisallow: /\n\nUser-agent: *\nDisallow:\n");

        // When
        var verdict = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(verdict).isInstanceOf(Disallowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "403 Forbidden", "401 Who", "410 Gone", "304 Not Modified"})
    void no_file_is_no_rule(String status) {
        // Given
        server.on("/robots.txt", status, "User-agent: *\nDisallow: /");

        // When
        var verdict = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(verdict).isEqualTo(new Allowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Broken", "503 Busy", "429 Slow down"})
    void a_server_in_trouble_is_left_alone_and_asked_again_soon(String status) {
        // Given
        server.on("/robots.txt", status, "");
        var first = robots.mayFetch(server.url("/news/1"));
        serve("User-agent: *\nDisallow: /drafts/\n");
        var early = robots.mayFetch(server.url("/news/1"));
        advance(Duration.ofMinutes(16));

        // When
        var later = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(first)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.reason()).contains(status.substring(0, 3)));
        assertThat(early).isInstanceOf(Unknown.class);
        assertThat(later).isEqualTo(new Allowed());
    }

    @Test
    void former_rules_hold_while_the_server_is_in_trouble() {
        // Given
        serve("User-agent: *\nDisallow: /drafts/\n");
        robots.mayFetch(server.url("/news/1"));
        server.on("/robots.txt", "500 Broken", "");
        advance(Duration.ofHours(25));

        // When
        var news = robots.mayFetch(server.url("/news/1"));
        var drafts = robots.mayFetch(server.url("/drafts/1"));

        // Then
        assertThat(news).isEqualTo(new Allowed());
        assertThat(drafts).isInstanceOf(Disallowed.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_file_is_asked_for_once_a_day() {
        // Given
        serve("User-agent: *\nDisallow: /drafts/\n");
        for (int i = 0; i < 20; i++) {
            robots.mayFetch(server.url("/news/" + i));
        }
        int onTheFirstDay = server.connections();
        advance(Duration.ofHours(24).plusSeconds(1));

        // When
        robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(onTheFirstDay).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void many_at_a_time_ask_for_a_file_once() throws Exception {
        // Given
        server.on("/robots.txt", (request, wire) -> {
            wire.rest(200);
            LoopbackServer.answer("200 OK", "User-agent: *\nDisallow: /d".getBytes(UTF_8))
                    .answer(request, wire);
        });
        var readers = new ArrayList<Thread>();

        // When
        for (int i = 0; i < 30; i++) {
            readers.add(Thread.startVirtualThread(() -> robots.mayFetch(server.url("/news/1"))));
        }
        for (var reader : readers) {
            reader.join();
        }

        // Then
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_redirected_file_speaks_for_the_origin_that_was_asked() {
        // Given
        server.on("/robots.txt", LoopbackServer.redirect(301, "/elsewhere.txt"));
        server.on("/elsewhere.txt", "200 OK", "User-agent: *\nDisallow: /drafts/\n", "content-type: text/plain");

        // When
        var verdict = robots.mayFetch(server.url("/drafts/1"));

        // Then
        assertThat(verdict).isInstanceOf(Disallowed.class);
    }

    @Test
    void redirects_in_a_circle_are_no_file() {
        // Given
        server.on("/robots.txt", LoopbackServer.redirect(301, "/robots.txt"));

        // When
        var verdict = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(verdict).isEqualTo(new Allowed());
    }

    @Test
    void only_the_first_500_kilobytes_of_a_file_count() {
        // Given
        var filler = "# nothing to see here\n".repeat(30_000);
        serve("User-agent: *\nDisallow: /early/\n" + filler + "Disallow: /late/\n");

        // When
        var early = robots.mayFetch(server.url("/early/1"));
        var late = robots.mayFetch(server.url("/late/1"));

        // Then
        assertThat(early).isInstanceOf(Disallowed.class);
        assertThat(late).isEqualTo(new Allowed());
    }

    @Test
    void an_endless_file_is_a_server_in_trouble() {
        // Given
        server.on("/robots.txt", (_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n\r\n");
            while (wire.isServing()) {
                wire.send("Disallow: /x\n".repeat(1000));
            }
        });

        // When
        var verdict = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(verdict).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u0002", "<html><body>Not a robots file</body></html>", "Disallow: /", ""})
    void a_file_that_says_nothing_forbids_nothing(String file) {
        // Given
        serve(file);

        // When
        var verdict = robots.mayFetch(server.url("/news/1"));

        // Then
        assertThat(verdict).isEqualTo(new Allowed());
    }

    @Test
    void hostile_patterns_are_matched_in_no_time() {
        // Given
        serve("User-agent: *\n" + ("Disallow: /" + "*a".repeat(200) + "b\n").repeat(500));

        // When
        long start = System.nanoTime();
        var verdict = robots.mayFetch(server.url("/" + "a".repeat(2000)));

        // Then
        assertThat(verdict).isEqualTo(new Allowed());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private void serve(String file) {
        server.on("/robots.txt", "200 OK", file, "content-type: text/plain");
    }

    private void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
