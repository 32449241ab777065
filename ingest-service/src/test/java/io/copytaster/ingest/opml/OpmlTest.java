package io.copytaster.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {

    @Test
    void folders_become_a_path() {
        // When
        var feeds = read("""
            <opml version="2.0"><body><outline text="World"><outline text="Asia &amp; Pacific">
            <outline type="rss" text="T" title="Title" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></outline>
            <outline text="Text" xmlUrl="https://b.example/f"/></outline><outline xmlUrl="https://c.example/f"/></body></opml>\
            """);

        // Then
        assertThat(feeds)
                .containsExactly(
                        new OpmlFeed(
                                "Title",
                                "https://a.example/f",
                                "https://a.example/",
                                List.of("World", "Asia & Pacific")),
                        new OpmlFeed("Text", "https://b.example/f", null, List.of("World")),
                        new OpmlFeed(null, "https://c.example/f", null, List.of()));
        assertThat(feeds.getFirst().category()).isEqualTo("World/Asia & Pacific");
    }

    @Test
    void each_address_comes_once_and_only_from_the_web() {
        // When
        var reading = new OpmlReader().read(bytes("""
            <opml><body><outline xmlUrl="https://A.example"/><outline xmlUrl="https://a.example/"/><outline XMLURL="http://b.example/f?x=1&y=2"/>
            <outline xmlUrl="file:///etc/x"/><outline xmlUrl="javascript:x()"/><outline xmlUrl="relative"/>
            <outline xmlUrl="https://c.example/" htmlUrl="javascript:x()"/></body></opml>\
            """), Map.of());

        // Then
        assertThat(reading).isInstanceOfSatisfying(OpmlReading.Read.class, list -> {
            assertThat(list.feeds())
                    .extracting(OpmlFeed::xmlUrl)
                    .containsExactly("https://A.example", "http://b.example/f?x=1&y=2", "https://c.example/");
            assertThat(list.feeds()).extracting(OpmlFeed::htmlUrl).containsOnlyNulls();
            assertThat(list.warnings()).anyMatch(warning -> warning.startsWith("3 outlines"));
        });
    }

    @Test
    void an_outline_outside_all_folders_may_name_its_category() {
        // When
        var feeds =
                read("<opml><body><outline xmlUrl='https://a.example/f' category='/News/World,/Other'/></body></opml>");

        // Then
        assertThat(feeds.getFirst().category()).isEqualTo("News/World");
    }

    @Test
    void reads_a_list_in_an_older_encoding() {
        // Given
        var body = "<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='Мир'"
                + " xmlUrl='https://a.example/f'/></body></opml>";

        // When
        var reading = new OpmlReader().read(body.getBytes(Charset.forName("windows-1251")), Map.of());

        // Then
        assertThat(((OpmlReading.Read) reading).feeds().getFirst().title()).isEqualTo("Мир");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<html><body/></html>", "<rss><channel/></rss>", "{}", "<a/>"})
    void refuses_what_is_no_list_and_says_why(String document) {
        // When
        var reading = new OpmlReader().read(bytes(document), Map.of());

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        OpmlReading.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("expected"));
    }

    @Test
    void refuses_a_list_that_is_too_large() {
        // When
        var bytes = new OpmlReader().read(new byte[OpmlReader.BYTES + 1], Map.of());
        var elements = new OpmlReader().read(bytes("<opml>" + "<outline/>".repeat(300_000)), Map.of());

        // Then
        assertThat(bytes).isInstanceOf(OpmlReading.Refused.class);
        assertThat(elements).isInstanceOf(OpmlReading.Refused.class);
    }

    @Test
    void nesting_without_end_ends_at_the_bound() {
        // When
        var feeds =
                read("<opml><body>" + "<outline text='f'>".repeat(50_000) + "<outline xmlUrl='https://a.example/f'/>");

        // Then
        assertThat(feeds).allMatch(feed -> feed.folders().size() <= OpmlFeed.FOLDERS);
    }

    @Test
    void what_is_written_reads_back_as_it_was() {
        var random = new SplittableRandom(5);
        var words = new String[] {"A", "B & C", "<x>", "\"q\"", "'", "новости", "a/b", "\t", "&amp;", "  "};
        for (int run = 0; run < 200; run++) {
            // Given
            List<OpmlFeed> feeds = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                List<String> folders = new ArrayList<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    folders.add(words[random.nextInt(words.length)]);
                }
                var title = words[random.nextInt(words.length)];
                var page = random.nextBoolean() ? "https://p.example/" + i : null;
                feeds.add(new OpmlFeed(title, "https://f.example/" + i + "?a=1&b=\"", page, folders));
            }

            // When
            var read = read(OpmlWriter.write("List & more", feeds));

            // Then
            assertThat(read).as("seed 5, run %d", run).containsExactlyInAnyOrderElementsOf(feeds);
        }
    }

    private static List<OpmlFeed> read(String text) {
        var reading = new OpmlReader().read(bytes(text), Map.of());
        assertThat(reading).isInstanceOf(OpmlReading.Read.class);
        return ((OpmlReading.Read) reading).feeds();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
