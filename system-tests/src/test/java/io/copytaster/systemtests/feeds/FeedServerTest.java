package io.copytaster.systemtests.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.systemtests.feeds.Paper.Content;
import io.copytaster.systemtests.feeds.Paper.Validators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server of the tests does what its scripts say, and sees who comes. */
class FeedServerTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private FeedServer server;
    private HttpClient http;

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start(61);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void two_thousand_hosts_share_a_port_and_nothing_else() throws Exception {
        // Given
        var hosts = IntStream.range(0, 2000)
                .mapToObj(i -> server.host(paper("paper-" + i, Validators.HONEST)))
                .toList();

        // When
        var answer = get(hosts.get(1999).feedUrl(), "x-none", "");

        // Then
        assertThat(answer.body()).contains("<title>paper-1999</title>");
        assertThat(hosts).extracting(FeedHost::feedUrl).doesNotHaveDuplicates();
        assertThat(hosts.get(1999).visits().paths()).containsExactly("/feed.xml");
        assertThat(hosts.get(0).visits().count()).isZero();
    }

    @Test
    void an_unchanged_feed_is_not_sent_again() throws Exception {
        // Given
        var host = server.host(paper("honest", Validators.HONEST));
        var tag = get(host.feedUrl(), "x-none", "").headers().firstValue("ETag").orElse("");

        // When
        var again = get(host.feedUrl(), "If-None-Match", tag);

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(host.visits().conditional()).isEqualTo(1);
    }

    @Test
    void a_lying_feed_keeps_its_tag_and_sends_everything() throws Exception {
        // Given
        var host = server.host(paper("liar", Validators.LYING));

        // When
        var again = get(host.feedUrl(), "If-None-Match", "\"always\"");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).contains("\"always\"");
    }

    @Test
    void entries_appear_as_planned() {
        // Given
        var growth = new Growth(START, Duration.ofSeconds(30), Duration.ofSeconds(60), 3);

        // When
        var counts = IntStream.of(0, 29, 30, 89, 90, 900)
                .mapToObj(second -> growth.entries(START.plusSeconds(second)))
                .toList();

        // Then
        assertThat(counts).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(growth.appearsAt(2)).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void texts_are_ample_and_each_is_its_own() {
        // When
        var paper = paper("texts", Validators.NONE);

        // Then
        assertThat(paper.text(1))
                .hasSizeGreaterThan(1500)
                .isNotEqualTo(paper.text(2))
                .isEqualTo(paper.text(1));
    }

    @Test
    void a_dripping_body_takes_its_time_and_arrives_whole() throws Exception {
        // Given
        var paper = paper("drip", Validators.NONE);
        var host = server.host(Scripts.dripping(paper, Duration.ofMillis(400)));
        long from = System.nanoTime();

        // When
        var answer = get(host.feedUrl(), "x-none", "");

        // Then
        assertThat(answer.body()).endsWith("</rss>\n");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(350));
    }

    @Test
    void a_reset_is_a_reset() {
        // Given
        var host = server.host(Scripts.resetting());

        // When
        assertThatThrownBy(() -> get(host.feedUrl(), "x-none", ""))
                // Then
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_heap_is_the_sum_of_the_generations() {
        // When
        long used = Heap.used("""
             DefNew     total 20480K, used 1024K [0x1, 0x2, 0x3)
              eden space 18240K,   5% used [0x1, 0x2, 0x3)
             Tenured    total 45056K, used 2048K [0x1, 0x2, 0x3)
             Metaspace       used 70000K, committed 70528K, reserved 1114112K
            """);

        // Then
        assertThat(used).isEqualTo(3 * 1024 * 1024);
    }

    private static Paper paper(String name, Validators validators) {
        return new Paper(name, Growth.none(START), Content.FULL, validators);
    }

    private HttpResponse<String> get(String url, String header, String value) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).header(header, value).build(), BodyHandlers.ofString());
    }
}
