package io.copytaster.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are made to cost more than they are worth. */
class HostileFeedTest {

    /** Generous for a shared machine; each takes a second at most on one of our own. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    static Stream<Named<String>> documents() {
        return Stream.of(
                Named.of("one tag of 5 MB", feed("<x " + "a ".repeat(2_500_000) + "/>")),
                Named.of("200,000 attributes", feed("<x " + numbered(200_000) + "/>")),
                Named.of("100,000 nested elements", feed("<a>".repeat(100_000) + "</a>".repeat(100_000))),
                Named.of("brackets", feed("<".repeat(2_000_000))),
                Named.of("end tags without an end", feed("</a".repeat(1_000_000))),
                Named.of("end tags without a start", feed("</a>".repeat(1_000_000))),
                Named.of("comments without an end", feed("<!-- x>".repeat(500_000))),
                Named.of("CDATA without an end", feed("<![CDATA[x</".repeat(300_000))),
                Named.of("declarations", feed("<!a [>".repeat(300_000) + "] ".repeat(300_000))),
                Named.of("ampersands", feed("<item><title>" + "&".repeat(3_000_000) + "</title></item>")),
                Named.of("a name of 5 MB", feed("<" + "a".repeat(5_000_000) + "/>")),
                Named.of("a title of 5 MB", feed("<item><title>" + "x".repeat(5_000_000) + "</title></item>")),
                Named.of("blanks", feed("<item><title>" + " ".repeat(3_000_000) + "x</title></item>")),
                Named.of("overlapping HTML", item("<b><p>".repeat(200_000))),
                Named.of("nested HTML", item("<div>".repeat(200_000))),
                Named.of("nested tables", item("<table><tr><td>".repeat(50_000))),
                Named.of("HTML comments", item("<!--".repeat(300_000))),
                Named.of("HTML declarations", item("<!doctype ".repeat(100_000))),
                Named.of("cut tags", item("<iframe a".repeat(100_000))),
                Named.of("links", item("<a href='/x'>".repeat(20_000))),
                Named.of("9,000 items", feed("<item><title>T</title></item>".repeat(9_000))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void reads_on_within_bounds(String document) {
        // When
        var reading = Assertions.assertTimeoutPreemptively(ENOUGH, () -> read(document));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        FeedReading.Read.class,
                        read -> assertThat(read.feed().entries().getLast().id()).isEqualTo("canary"));
    }

    @Test
    void expands_no_entity_that_a_document_declares() {
        // Given
        var entities = new StringBuilder("<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        var document = "<!DOCTYPE rss [" + entities + "]>" + feed("<item><title>&a9;</title></item>");

        // When
        var reading = (FeedReading.Read) read(document);

        // Then
        assertThat(reading.feed().entries().getFirst().words().title()).isEqualTo("&a9;");
        assertThat(reading.feed().warnings()).anyMatch(warning -> warning.contains("DOCTYPE"));
    }

    @Test
    void opens_no_external_entity() {
        // Given
        var document = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\"> <!ENTITY % p SYSTEM"
                + " \"http://127.0.0.1:9/\"> %p; ]>"
                + feed("<item><title>[&x;]</title></item>");

        // When
        var reading = (FeedReading.Read) read(document);

        // Then
        assertThat(reading.feed().entries().getFirst().words().title()).isEqualTo("[&x;]");
    }

    static Stream<Named<byte[]>> tooMuch() {
        return Stream.of(
                Named.of("bytes", new byte[FeedBounds.USUAL.bytes() + 1]),
                Named.of("elements", bytes(feed("<category/>".repeat(600_000)))),
                Named.of("entries", bytes(feed("<item/>".repeat(10_001)))),
                Named.of("JSON entries", bytes("{\"items\":[" + "{},".repeat(20_000) + "{}]}")));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void refuses_more_than_the_bounds_allow_and_takes_nothing_of_it(byte[] body) {
        // When
        var reading = read(body);

        // Then
        assertThat(reading).isInstanceOfSatisfying(FeedReading.Refused.class, refused -> {
            assertThat(refused.cause()).isEqualTo(FeedReading.Cause.TOO_LARGE);
            assertThat(refused.reason()).startsWith("expected at most");
        });
    }

    @Test
    void what_is_left_out_of_an_entry_is_said() {
        // Given
        var categories = IntStream.range(0, 501)
                .mapToObj(i -> "<category>" + i + "</category>")
                .collect(Collectors.joining());

        // When
        var reading = (FeedReading.Read) read(feed("<item>" + categories + "</item>"));

        // Then
        assertThat(reading.feed().entries().getFirst().categories()).hasSize(500);
        assertThat(reading.feed().warnings()).singleElement().asString().contains("left out");
    }

    static Stream<Named<byte[]>> noText() {
        return Stream.of(
                Named.of("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}),
                Named.of("zip", new byte[] {'P', 'K', 3, 4, 0}),
                Named.of("nothing", new byte[0]),
                Named.of("NULs", new byte[100_000]),
                Named.of("deep JSON", bytes("{\"items\":" + "[".repeat(100_000))));
    }

    @ParameterizedTest
    @MethodSource("noText")
    void refuses_what_is_no_text_with_a_reason(byte[] body) {
        // When
        var reading = read(body);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        FeedReading.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("expected"));
    }

    @Test
    void no_markup_hidden_by_an_encoding_comes_through() {
        // Given
        var document = "<?xml version='1.0' encoding='utf-7'?>"
                + feed("<item><description>+ADw-script+AD4-</description></item>");

        // When
        var reading = (FeedReading.Read) read(document);

        // Then
        assertThat(reading.feed().entries().getFirst().words().summary().text()).isEqualTo("+ADw-script+AD4-");
    }

    @Test
    void a_damaged_feed_is_read_or_refused_and_never_breaks_the_reader() {
        var whole = bytes(feed(
                "<item><title>A &amp; b</title><link>http://p.example/1?a=1&amp;b=2</link><pubDate>Mon, 05 Feb 2024"
                        + " 10:00:00 GMT</pubDate><description><![CDATA[<p>x <a href='y'>z</a>]]></description><!-- c"
                        + " --></item>"));
        var random = new SplittableRandom(31337);
        for (int i = 0; i < 3000; i++) {
            // Given
            var damaged = whole.clone();
            for (int n = random.nextInt(1, 8); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            // When
            var reading = read(damaged);

            // Then
            if (reading instanceof FeedReading.Read(Feed feed)) {
                assertThat(feed.entries())
                        .as("seed 31337, run %d", i)
                        .allMatch(entry -> entry.words().title() == null
                                || entry.words().title().indexOf(0) < 0);
            }
        }
    }

    private static FeedReading read(String document) {
        return read(bytes(document));
    }

    private static FeedReading read(byte[] body) {
        return new FeedReader(FeedBounds.USUAL).read(new FeedDocument(body, Map.of(), "https://p.example/f"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String feed(String inside) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>H</title>" + inside
                + "<item><title>Canary</title><guid isPermaLink=\"false\">canary</guid></item></channel></rss>";
    }

    private static String item(String html) {
        return feed("<item><description>" + html.replace("&", "&amp;").replace("<", "&lt;") + "</description></item>");
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "='1'").collect(Collectors.joining(" "));
    }
}
