package io.copytaster.ingest.feed;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.opml.OpmlFeed;
import io.copytaster.ingest.opml.OpmlReader;
import io.copytaster.ingest.opml.OpmlReading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of feeds that we offer to start with. */
class StarterFeedsTest {

    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ja", "ko", "pt", "ru", "tr", "uk", "zh");
    /** Outlets that answer over http alone. */
    private static final List<String> WITHOUT_TLS = List.of("www.people.com.cn");

    private static final Pattern LANGUAGE = Pattern.compile("\\(([a-z]{2})\\)$");

    @Test
    void nothing_is_lost_in_reading() throws IOException {
        // Given
        var written = Pattern.compile("<outline type=\"rss\"")
                .matcher(document())
                .results()
                .count();

        // When
        var reading = new OpmlReader().read(document().getBytes(StandardCharsets.UTF_8), Map.of());

        // Then
        assertThat(reading).isInstanceOfSatisfying(OpmlReading.Read.class, list -> {
            assertThat(list.warnings()).isEmpty();
            assertThat(list.feeds()).hasSize((int) written);
        });
    }

    @Test
    void every_language_has_four_feeds_or_more_in_a_folder_of_its_own() throws IOException {
        // When
        var feeds = feeds();

        // Then
        assertThat(feeds.stream().map(StarterFeedsTest::language).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(LANGUAGES);
        assertThat(LANGUAGES)
                .allSatisfy(language -> assertThat(feeds)
                        .filteredOn(feed ->
                                feed.folders().size() == 1 && language(feed).equals(language))
                        .as(language)
                        .hasSizeBetween(4, 8));
    }

    @Test
    void each_feed_has_a_title_and_an_address_of_its_own() throws IOException {
        // When
        var feeds = feeds();

        // Then
        assertThat(feeds).extracting(OpmlFeed::title).doesNotContainNull();
        assertThat(feeds).extracting(OpmlFeed::xmlUrl).doesNotHaveDuplicates();
        assertThat(feeds).extracting(OpmlFeed::category).doesNotContain("");
    }

    @Test
    void addresses_are_encrypted_where_the_outlet_can() throws IOException {
        // When
        var feeds = feeds();

        // Then
        assertThat(feeds)
                .map(feed -> URI.create(feed.xmlUrl()))
                .filteredOn(url -> !WITHOUT_TLS.contains(url.getHost()))
                .allMatch(url -> url.getScheme().equals("https"));
    }

    @Test
    void the_list_says_that_it_is_off_how_it_is_switched_on_and_what_applies() throws IOException {
        // When
        var comment = document().substring(0, document().indexOf("<opml")).replaceAll("\\s+", " ");

        // Then
        assertThat(comment).contains("off by default", "feeds/import", "Addresses change", "own terms apply");
    }

    private static List<OpmlFeed> feeds() throws IOException {
        return new OpmlReader().read(document().getBytes(StandardCharsets.UTF_8), Map.of())
                        instanceof OpmlReading.Read list
                ? list.feeds()
                : List.of();
    }

    private static String language(OpmlFeed feed) {
        var matcher = LANGUAGE.matcher(feed.category());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String document() throws IOException {
        try (InputStream in = OpmlReader.class.getResourceAsStream("/io/copytaster/ingest/feed/starter-feeds.opml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
