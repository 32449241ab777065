package io.copytaster.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.fetch.Fetching;
import io.copytaster.ingest.fetch.LoopbackServer;
import io.copytaster.ingest.page.PageReading.Read;
import io.copytaster.ingest.page.PageReading.Refused;
import io.copytaster.ingest.page.PageReading.Retry;
import io.copytaster.ingest.robots.RobotsRules;
import io.copytaster.ingest.robots.RobotsSettings;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PageReaderTest {

    private static final String HTML = "content-type: text/html; charset=utf-8";
    private static final String TEXT =
            "The council of Brenningen voted on Tuesday to keep the night ferry running for two more years. "
                    + "Passengers had collected nine thousand signatures against the end of the line.";

    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private final FetchClient client = Fetching.client(server, other);
    private final RobotsRules robots = new RobotsRules(
            client,
            new RobotsSettings(Duration.ofHours(24), Duration.ofMinutes(15), DataSize.ofMegabytes(1)),
            Clock.systemUTC());
    private final PageReader reader =
            new PageReader(client, robots, new ArticleExtractor(), new PageSettings(DataSize.ofKilobytes(200), 80));

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    @Test
    void reads_the_article_and_what_the_page_states_about_it() {
        // Given
        server.on("/ferry", "200 OK", page("<meta name=author content='Ada Lund'>", TEXT), HTML);

        // When
        var read = read(server.url("/ferry"));

        // Then
        assertThat(read.article().body())
                .contains("night ferry", "nine thousand")
                .doesNotContain("Imprint", "track(");
        assertThat(read.article().metadata().headline()).isEqualTo("Night ferry stays");
        assertThat(read.article().metadata().byline()).isEqualTo("Ada Lund");
        assertThat(read.article().metadata().language()).isEqualTo("en");
        assertThat(read.article().metadata().site()).isEqualTo("Brenningen Post");
        assertThat(read.article().metadata().dates().publishedAt()).isEqualTo(Instant.parse("2026-11-24T18:00:00Z"));
        assertThat(read.url()).isEqualTo(server.url("/ferry"));
        assertThat(read.canonicalUrl()).isNull();
    }

    @Test
    void believes_a_canonical_address_of_its_own_site_only() {
        // Given
        var own = server.url("/news/ferry");
        server.on("/own", "200 OK", page("<link rel=canonical href='" + own + "'>", TEXT), HTML);
        server.on("/foreign", "200 OK", page("<link rel=canonical href='https://thief.example/a'>", TEXT), HTML);
        server.on("/home", "200 OK", page("<link rel=canonical href='" + server.url("/") + "'>", TEXT), HTML);

        // When
        var readOwn = read(server.url("/own"));
        var readForeign = read(server.url("/foreign"));
        var readHome = read(server.url("/home"));

        // Then
        assertThat(readOwn.canonicalUrl()).isEqualTo(own);
        assertThat(readForeign.canonicalUrl()).isNull();
        assertThat(readHome.canonicalUrl()).isNull();
    }

    @Test
    void reads_a_page_in_the_charset_that_it_states() {
        // Given
        var russian = page(
                "",
                "Совет города решил сохранить ночной паром ещё на два года, сообщили во вторник. "
                        + "Пассажиры собрали девять тысяч подписей против закрытия линии.");
        server.on(
                "/ferry",
                LoopbackServer.answer(
                        "200 OK",
                        russian.getBytes(Charset.forName("windows-1251")),
                        "content-type: text/html; charset=windows-1251"));

        // When
        var read = read(server.url("/ferry"));

        // Then
        assertThat(read.article().body()).contains("ночной паром");
    }

    @Test
    void a_page_that_robots_txt_forbids_is_never_asked_for() {
        // Given
        server.on("/robots.txt", "200 OK", "User-agent: *\nDisallow: /ferry\n", "content-type: text/plain");
        server.on("/ferry", "200 OK", page("", TEXT), HTML);

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
        assertThat(refused.reason()).contains("robots.txt");
        assertThat(server.asked()).extracting(LoopbackServer.Asked::path).containsExactly("/robots.txt");
    }

    @Test
    void a_page_is_left_for_later_while_robots_txt_cannot_be_had() {
        // Given
        server.on("/robots.txt", "503 Busy", "");

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.LATER);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void the_robots_txt_of_where_a_redirect_leads_is_obeyed_too() {
        // Given
        server.on("/ferry", LoopbackServer.redirect(302, other.url("/private/ferry")));
        other.on("/robots.txt", "200 OK", "User-agent: *\nDisallow: /private/\n", "content-type: text/plain");
        other.on("/private/ferry", "200 OK", page("", TEXT), HTML);

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
        assertThat(refused.reason()).contains("robots.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found, NEVER",
        "410 Gone, NEVER",
        "403 Forbidden, NEVER",
        "401 Who, NEVER",
        "451 Legal, NEVER",
        "304 Not Modified, NEVER",
        "202 Wait, LATER",
        "408 Slow, LATER",
        "429 Busy, LATER",
        "500 Broken, LATER",
        "503 Busy, LATER"
    })
    void a_status_says_whether_to_try_again(String status, Retry retry) {
        // Given
        server.on("/ferry", status, page("", TEXT), HTML);

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(retry);
        assertThat(refused.reason()).contains(status.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "text/plain", "application/json", ""})
    void reads_pages_and_nothing_else(String contentType) {
        // Given
        server.on("/ferry", "200 OK", page("", TEXT), "content-type: " + contentType);

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
        assertThat(refused.reason()).contains("HTML");
    }

    @Test
    void reads_xhtml() {
        // Given
        server.on("/ferry", "200 OK", page("", TEXT), "Content-Type: Application/XHTML+xml");

        // When
        var read = read(server.url("/ferry"));

        // Then
        assertThat(read.article().body()).contains("night ferry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Page not found", "", "<script>render()</script>", "<nav><a href=/>Home</a></nav>Sorry!"})
    void a_page_of_almost_no_text_is_no_article(String content) {
        // Given
        server.on("/gone", "200 OK", "<html><head><title>Oops</title></head><body>" + content + "</body></html>", HTML);

        // When
        var refused = refused(server.url("/gone"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void a_redirect_to_the_front_page_is_no_article() {
        // Given
        server.on("/gone", LoopbackServer.redirect(302, "/"));
        server.on("/", "200 OK", page("", TEXT), HTML);

        // When
        var refused = refused(server.url("/gone"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
        assertThat(refused.reason()).contains("front page");
    }

    @Test
    void a_page_above_the_bound_is_refused() {
        // Given
        server.on("/long", LoopbackServer.answer("200 OK", "x".repeat(300_000).getBytes(UTF_8), HTML));

        // When
        var refused = refused(server.url("/long"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void a_page_that_breaks_off_is_left_for_later() {
        // Given
        server.on(
                "/ferry",
                (_, wire) ->
                        wire.send("HTTP/1.1 200 OK\r\n" + HTML + "\r\ncontent-length: 9000\r\n\r\n" + page("", TEXT)));

        // When
        var refused = refused(server.url("/ferry"));

        // Then
        assertThat(refused.retry()).isEqualTo(Retry.LATER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/", "http://user@news.example/", "file:///etc/passwd", "http://127.1/", ""})
    void an_address_that_must_not_be_fetched_is_refused_for_good(String url) {
        assertThat(reader.read(url))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.retry()).isEqualTo(Retry.NEVER));
    }

    private Read read(String url) {
        var reading = reader.read(url);
        assertThat(reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    private Refused refused(String url) {
        var reading = reader.read(url);
        assertThat(reading).isInstanceOf(Refused.class);
        return (Refused) reading;
    }

    private static String page(String head, String text) {
        return "<html lang=en><head><title>Night ferry stays</title><meta property=og:site_name content='Brenningen"
                + " Post'><meta property=article:published_time content='2026-11-24T18:00:00Z'>" + head
                + "</head><body><nav><a href=/>Home</a></nav><article><h1>Night ferry stays</h1><p>"
                + text.replace(". ", ".</p><p>")
                + "</p></article><script>track()</script><footer>Imprint</footer></body></html>";
    }
}
