package io.copytaster.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.syndication.FeedEntry.Enclosure;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String URL = "https://paper.example/feeds/all.xml";

    @Test
    void reads_rss_2() {
        // When
        var feed = read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
            <channel><title>The Paper</title><link>https://paper.example/</link><language>en-gb</language><ttl>30</ttl>
            <atom:link rel="self" href="all.xml"/><atom:link rel="hub" href="https://hub.example/"/>
            <skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
            <item><title>Ports &amp;amp; ships</title><link>/news/1</link><guid isPermaLink="false">p1</guid>
            <pubDate>Mon, 05 Feb 2024 10:00:00 +0100</pubDate><dc:creator>Ann Author</dc:creator>
            <category>World</category><category>World</category><category>Trade</category>
            <description>Short &lt;b&gt;text&lt;/b&gt;</description>
            <content:encoded><![CDATA[<p>Long <a href="2">text</a></p><script>x()</script>]]></content:encoded>
            <enclosure url="a.mp3" type="audio/mpeg" length="5"/></item>
            </channel></rss>\
            """);

        // Then
        var head = feed.head();
        assertThat(head.title()).isEqualTo("The Paper");
        assertThat(head.link()).isEqualTo("https://paper.example/");
        assertThat(head.language()).isEqualTo("en-gb");
        assertThat(head.self()).isEqualTo(URL);
        assertThat(head.hubs()).containsExactly("https://hub.example/");
        assertThat(head.rhythm().ttl()).isEqualTo(Duration.ofMinutes(30));
        assertThat(head.rhythm().skipHours()).containsExactlyInAnyOrder(3, 0);
        assertThat(head.rhythm().skipDays()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(head.rhythm().updatePeriod()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.warnings()).isEmpty();
        var entry = feed.entries().getFirst();
        assertThat(entry.words().title()).isEqualTo("Ports & ships");
        assertThat(entry.link()).isEqualTo("https://paper.example/news/1");
        assertThat(entry.id()).isEqualTo("p1");
        assertThat(entry.dates().published()).isEqualTo(Instant.parse("2024-02-05T09:00:00Z"));
        assertThat(entry.words().author()).isEqualTo("Ann Author");
        assertThat(entry.words().language()).isEqualTo("en-gb");
        assertThat(entry.words().summary().text()).isEqualTo("Short text");
        assertThat(entry.words().content().text()).isEqualTo("Long text");
        assertThat(entry.words().content().links()).containsExactly("https://paper.example/feeds/2");
        assertThat(entry.categories()).containsExactly("World", "Trade");
        assertThat(entry.enclosures())
                .containsExactly(new Enclosure("https://paper.example/feeds/a.mp3", "audio/mpeg", "5"));
    }

    @Test
    void reads_atom() {
        // When
        var feed = read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://other.example/x/">
            <title type="html">A &amp;lt;B&amp;gt;</title><link href="/home"/><author><name>Editors</name></author>
            <entry xml:lang="fr"><title>Plain &lt;b&gt; title</title><id>urn:1</id><link rel="edit" href="e"/><link href="1"/>
            <link rel="enclosure" href="v.mp4" type="video/mp4"/>
            <published>2024-02-05T10:00:00Z</published><updated>2024-02-06T10:00:00Z</updated><category term="t" label="Label"/>
            <summary>Sum</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One<br/><a href="y" xml:base="z/">two</a></div></content></entry>
            </feed>\
            """);

        // Then
        assertThat(feed.head().title()).isEqualTo("A <B>");
        assertThat(feed.head().link()).isEqualTo("https://other.example/home");
        assertThat(feed.head().language()).isEqualTo("de");
        var entry = feed.entries().getFirst();
        assertThat(entry.words().title()).isEqualTo("Plain <b> title");
        assertThat(entry.link()).isEqualTo("https://other.example/x/1");
        assertThat(entry.words().author()).isEqualTo("Editors");
        assertThat(entry.words().language()).isEqualTo("fr");
        assertThat(entry.words().fullest().text()).isEqualTo("One\ntwo");
        assertThat(entry.words().fullest().links()).containsExactly("https://other.example/x/z/y");
        assertThat(entry.dates().updated()).isEqualTo(Instant.parse("2024-02-06T10:00:00Z"));
        assertThat(entry.categories()).containsExactly("t", "Label");
        assertThat(entry.enclosures())
                .containsExactly(new Enclosure("https://other.example/x/v.mp4", "video/mp4", null));
    }

    @Test
    void reads_rss_1_with_its_items_beside_the_channel() {
        // When
        var feed = read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title><d:language>es</d:language></channel>
            <item rdf:about="https://r.example/1"><title>T</title><d:date>2024-02-05</d:date><d:subject>S</d:subject></item></rdf:RDF>\
            """);

        // Then
        var entry = feed.entries().getFirst();
        assertThat(feed.head().language()).isEqualTo("es");
        assertThat(entry.id()).isEqualTo("https://r.example/1");
        assertThat(entry.link()).isEqualTo("https://r.example/1");
        assertThat(entry.dates().published()).isEqualTo(Instant.parse("2024-02-05T00:00:00Z"));
        assertThat(entry.categories()).containsExactly("S");
    }

    @Test
    void reads_json_feed() {
        // When
        var feed = read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"/","language":"pt","authors":[{"name":"All"}],
            "items":[{"id":7,"url":"1","title":"T","content_html":"<p>x</p>","summary":"s","date_published":"2024-02-05T10:00:00Z",
            "tags":["a",null,3],"attachments":[{"url":"a.mp3","mime_type":"audio/mpeg","size_in_bytes":9}]}, 5, {"id":"2","title":null,}]}\
            """);

        // Then
        assertThat(feed.head().link()).isEqualTo("https://paper.example/");
        assertThat(feed.entries()).hasSize(2);
        var entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("7");
        assertThat(entry.link()).isEqualTo("https://paper.example/feeds/1");
        assertThat(entry.words().author()).isEqualTo("All");
        assertThat(entry.words().language()).isEqualTo("pt");
        assertThat(entry.words().content().text()).isEqualTo("x");
        assertThat(entry.categories()).containsExactly("a", "3");
        assertThat(entry.enclosures())
                .containsExactly(new Enclosure("https://paper.example/feeds/a.mp3", "audio/mpeg", "9"));
    }

    @Test
    void reads_a_news_sitemap() {
        // When
        var feed = read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://paper.example/1</loc><lastmod>2024-02-06</lastmod><n:news><n:publication><n:name>The Paper</n:name>
            <n:language>it</n:language></n:publication><n:publication_date>2024-02-05T10:00:00+01:00</n:publication_date>
            <n:title>Title</n:title><n:keywords>a, b</n:keywords></n:news></url></urlset>\
            """);

        // Then
        var entry = feed.entries().getFirst();
        assertThat(entry.link()).isEqualTo("https://paper.example/1");
        assertThat(entry.id()).isEqualTo("https://paper.example/1");
        assertThat(entry.words().title()).isEqualTo("Title");
        assertThat(entry.words().language()).isEqualTo("it");
        assertThat(entry.dates().published()).isEqualTo(Instant.parse("2024-02-05T09:00:00Z"));
        assertThat(entry.dates().updated()).isEqualTo(Instant.parse("2024-02-06T00:00:00Z"));
        assertThat(entry.categories()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>A</title><guid>1</guid></item><item><title>B</title></item></channel></rss>",
                "<RSS><Channel><Item><Title>A</Title></Item><ITEM><title>B</title></ITEM></Channel></RSS>",
                "<rss><channel><item><title>A<item><title>B</title></item></channel></rss>",
                "<rss><channel></channel><item><title>A</title></item><item><title>B</title></item></rss>",
                "<rss><item><title>A</title></item><item><title>B</title></item>",
                "Warning: cannot connect\n"
                        + "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>",
                "<br /><b>Notice</b>:"
                    + " x<br><rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>",
                "<rss><channel><item><title>A</title><description>x<br>y<p>z</description></item><item><title>B</title></item></channel></rss>",
                "<rss><channel><item><title>A</title></item></channel></rss><item><title>B</title></item>",
                "<feed><entry><title>A</title></entry><entry><title>B</title></entry></feed>",
                "<r:rss"
                    + " xmlns:r='urn:any'><r:channel><r:item><r:title>A</r:title></r:item><r:item><r:title>B</r:title></r:item></r:channel></r:rss>",
                "<rss xmlns:x='urn:x'><channel><item><x:title>no</x:title><title>A</title></item><item><title>B</title></item></channel></rss>"
            })
    void reads_broken_feeds_as_far_as_they_go(String document) {
        // When
        var feed = read(document);

        // Then
        assertThat(feed.entries().getFirst().words().title()).isEqualTo("A");
        assertThat(feed.entries()).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<author>ann@p.example (Ann)</author>|Ann",
                "<author>Ann (ann@p.example)</author>|Ann",
                "<author>Ann &lt;ann@p.example&gt;</author>|Ann",
                "<author>ann@p.example</author>|ann@p.example",
                "<dc:creator><![CDATA[Ann]]></dc:creator>|Ann",
                "<author><name>Ann</name></author>|Ann",
                "<author><email>ann@p.example</email></author>|ann@p.example"
            })
    void the_author_is_a_name_where_there_is_one(String author, String expected) {
        // When
        var feed = read("<rss><channel><item>" + author + "</item></channel></rss>");

        // Then
        assertThat(feed.entries().getFirst().words().author()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:x()", "file:///etc/x", "data:,x", "ftp://x.example/", "http://", "java\nscript:x()"})
    void a_link_that_is_no_web_page_is_none(String link) {
        // When
        var feed = read("<rss><channel><link>" + link + "</link><item><link>" + link + "</link><enclosure url='" + link
                + "'/></item></channel></rss>");

        // Then
        assertThat(feed.head().link()).isNull();
        assertThat(feed.entries().getFirst().link()).isNull();
        assertThat(feed.entries().getFirst().enclosures()).isEmpty();
    }

    @Test
    void a_permanent_identifier_stands_in_for_a_missing_link() {
        // When
        var feed = read("<rss><channel><item><guid>https://p.example/1</guid></item><item><guid"
                + " isPermaLink='false'>https://p.example/2</guid></item></channel></rss>");

        // Then
        assertThat(feed.entries()).extracting(FeedEntry::link).containsExactly("https://p.example/1", null);
    }

    @Test
    void content_location_is_the_base_of_relative_links() {
        // When
        var feed = read(
                "<rss><channel><link>x</link></channel></rss>",
                Map.of("Content-Location", "https://cdn.example/f/", "Content-Language", "sv"));

        // Then
        assertThat(feed.head().link()).isEqualTo("https://cdn.example/f/x");
        assertThat(feed.head().language()).isEqualTo("sv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EMPTY",
                "'  '|EMPTY",
                "Service unavailable|NOT_A_FEED",
                "<!DOCTYPE html><html><body>Not found</body></html>|WEB_PAGE",
                "<?xml version='1.0'?>|NOT_A_FEED",
                "<note><to>x</to></note>|NOT_A_FEED",
                "<opml><body/></opml>|NOT_A_FEED",
                "<sitemapindex><sitemap/></sitemapindex>|SITEMAP_INDEX",
                "{\"a\":1}|NOT_A_FEED",
                "{\"items\":[|NOT_A_FEED"
            })
    void refuses_what_is_no_feed_and_says_why(String document, FeedReading.Cause cause) {
        // When
        var reading = reader().read(document(document.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(reading).isInstanceOfSatisfying(FeedReading.Refused.class, refused -> {
            assertThat(refused.cause()).isEqualTo(cause);
            assertThat(refused.reason()).startsWith("expected");
        });
    }

    private static Feed read(String text) {
        return read(text, Map.of());
    }

    private static Feed read(String text, Map<String, String> headers) {
        var reading = reader().read(new FeedDocument(text.getBytes(StandardCharsets.UTF_8), headers, URL));
        assertThat(reading).isInstanceOf(FeedReading.Read.class);
        return ((FeedReading.Read) reading).feed();
    }

    private static FeedReader reader() {
        return new FeedReader(FeedBounds.USUAL);
    }

    private static FeedDocument document(byte[] body) {
        return new FeedDocument(body, Map.of(), URL);
    }
}
