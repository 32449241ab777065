package io.copytaster.ingest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.discovery.FeedCandidate.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDiscoveryTest {

    private static final String PAGE = "https://paper.example/world/index.html";

    @Test
    void declared_feeds_come_in_the_order_of_the_page_and_comments_last() {
        // When
        var found = FeedDiscovery.candidates("""
            <html><head><base href="/s/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml; charset=utf-8" title="World" href="world.rss">
            <link rel="ALTERNATE feed" type="application/atom+xml" href="//cdn.example/all.atom">
            <link rel="alternate" type="application/feed+json" href="f.json"><link rel="alternate" hreflang="fr" href="/fr/">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1"><link rel="stylesheet" href="/feed.css"></head>
            <a href="/rss">RSS</a></html>\
            """, PAGE);

        // Then
        assertThat(found)
                .containsExactly(
                        new FeedCandidate("https://paper.example/s/world.rss", "World", Evidence.DECLARED),
                        new FeedCandidate("https://cdn.example/all.atom", null, Evidence.DECLARED),
                        new FeedCandidate("https://paper.example/s/f.json", null, Evidence.DECLARED),
                        new FeedCandidate("https://paper.example/comments/feed/", "Comments", Evidence.COMMENTS));
    }

    @ParameterizedTest
    @CsvSource({
        "/rss,true",
        "/feed/,true",
        "/world/rss.xml,true",
        "/feeds/world.rdf,true",
        "/index.xml,true",
        "/?feed=rss2,true",
        "/list?format=atom,true",
        "/feedback,false",
        "/about,false",
        "/rss-explained/how-to,false",
        "javascript:rss,false"
    })
    void links_that_look_like_feeds_count_where_none_is_declared(String href, boolean feed) {
        // When
        var found = FeedDiscovery.candidates("<p><a href='" + href + "'>Follow us</a>", PAGE);

        // Then
        assertThat(found.stream().anyMatch(candidate -> candidate.evidence() == Evidence.LINKED))
                .isEqualTo(feed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<p>Nothing here", "<link rel='alternate' type='application/rss+xml' href='javascript:x()'>"
            })
    void customary_places_are_guessed_where_the_page_says_nothing(String html) {
        // When
        var found = FeedDiscovery.candidates(html, PAGE);

        // Then
        assertThat(found).isNotEmpty().allMatch(candidate -> candidate.evidence() == Evidence.GUESSED);
        assertThat(found.getFirst().url()).isEqualTo("https://paper.example/feed");
    }

    @Test
    void a_page_of_links_gives_no_more_than_the_bound() {
        // Given
        var html = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            html.append("<link rel=alternate type=application/rss+xml href=/feed/")
                    .append(i)
                    .append('>');
        }

        // When
        var found = FeedDiscovery.candidates(html.toString(), PAGE);

        // Then
        assertThat(found).hasSize(FeedDiscovery.CANDIDATES);
    }
}
