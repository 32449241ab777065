package io.copytaster.ingest.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {

    private static final String STATED = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
          {"@type":"BreadcrumbList","name":"Path"},
          {"@type":["NewsArticle"],"headline":"From JSON-LD","inLanguage":"pt_BR","datePublished":"2026-03-02T08:00:00Z",
           "dateModified":"2026-03-03","author":[{"@type":"Person","name":"Rui Alves"},{"name":"Lena Prado"}],
           "publisher":{"name":"Folha do Porto"},"mainEntityOfPage":{"@id":"/ld"},"articleBody":"A &amp; B<br>C"}]}</script>
        """;
    private static final String TAGS = """
        <meta property="og:title" content="From Open Graph"><meta name="author" content="By Meta Author">
        <meta property="og:site_name" content="Meta Site"><meta property="og:url" content="https://example.org/og">
        <meta property="og:locale" content="en_GB"><meta property="article:published_time" content="2026-01-01">
        <meta property="article:modified_time" content="2026-01-02">
        """;
    private static final String SHOWN = """
        <h1>From the page</h1><span class="byline">By Page Author</span>
        <article><time datetime="2025-12-31T10:00:00Z">yesterday</time></article>
        """;

    @Test
    void trusts_json_ld_before_meta_tags_before_the_page() {
        // When
        PageMetadata read = read(TAGS + STATED + "<title>Title</title>", SHOWN);

        // Then
        assertThat(read.headline()).isEqualTo("From JSON-LD");
        assertThat(read.byline()).isEqualTo("Rui Alves, Lena Prado");
        assertThat(read.site()).isEqualTo("Folha do Porto");
        assertThat(read.dates().publishedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(read.dates().modifiedAt()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(read.statedBody()).contains("A & B").contains("C").doesNotContain("<");
    }

    @Test
    void trusts_meta_tags_before_the_page() {
        // When
        PageMetadata read = read(TAGS + "<title>Title</title>", SHOWN);

        // Then
        assertThat(read.headline()).isEqualTo("From Open Graph");
        assertThat(read.byline()).isEqualTo("Meta Author");
        assertThat(read.language()).isEqualTo("en-GB");
        assertThat(read.canonicalUrl()).isEqualTo("https://example.org/og");
        assertThat(read.dates().publishedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void reads_the_page_where_it_states_nothing() {
        // When
        PageMetadata read = read("<title>From the page | Site</title>", SHOWN);

        // Then
        assertThat(read.headline()).isEqualTo("From the page");
        assertThat(read.byline()).isEqualTo("By Page Author");
        assertThat(read.dates().publishedAt()).isEqualTo(Instant.parse("2025-12-31T10:00:00Z"));
    }

    @Test
    void invents_nothing() {
        // When
        PageMetadata read = read("", "<p>Text</p>");

        // Then
        assertThat(read)
                .isEqualTo(new PageMetadata("", null, null, null, null, new PageMetadata.Dates(null, null), ""));
    }

    @Test
    void takes_no_date_from_a_page_full_of_times() {
        // When
        PageMetadata read = read("", "<time datetime=2026-01-01></time>".repeat(5));

        // Then
        assertThat(read.dates().publishedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, en", "pt_BR, pt-BR", "ZH-hant-tw, zh-Hant-TW", "'de, en', de", "english!, ''", "'', ''"})
    void writes_a_language_in_its_customary_case(String declared, String language) {
        // When
        PageMetadata read = new MetadataReader().read(Jsoup.parse("<html lang=\"" + declared + "\"><p>x"));

        // Then
        assertThat(read.language()).isEqualTo(language.isEmpty() ? null : language);
    }

    @ParameterizedTest
    @CsvSource({
        "/story, https://example.org/story",
        "story, https://example.org/news/story",
        "https://other.example/x, https://other.example/x",
        "javascript:alert(1), ''",
        "'', ''"
    })
    void makes_a_canonical_link_absolute(String href, String url) {
        // When
        PageMetadata read = read("<link rel=CANONICAL href=\"" + href + "\">", "<p>x");

        // Then
        assertThat(read.canonicalUrl()).isEqualTo(url.isEmpty() ? null : url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[{\"@type\":\"Article\",\"headline\":\"Wrapped\"}]]>",
                "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Wrapped\"}\n//]]>",
                "<!-- {\"@type\":\"BlogPosting\",\"headline\":\"Wrapped\"} -->",
                "[{\"@type\":\"Person\"},{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":[\"Wrapped\"]}]",
                "{\"@type\":\"Article\",\"headline\":\"Wrapped\",}",
                "{\"@type\":\"Article\",\"headline\":\"Wrap\tped\"}",
                "{\"mainEntity\":{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Wrapped\"}}"
            })
    void forgives_the_json_that_pages_write(String block) {
        // When
        PageMetadata read = read("<script type=\"application/ld+json\">" + block + "</script>", "<p>x");

        // Then
        assertThat(read.headline().replace(" ", "")).isEqualTo("Wrapped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{\"@type\":7}",
                "{\"@type\":\"JobPosting\",\"headline\":\"Job\"}"
            })
    void ignores_json_that_states_no_article(String block) {
        // When
        PageMetadata read = read(
                "<title>Fallback headline stands</title><script type=\"application/ld+json\">" + block + "</script>",
                "<p>x");

        // Then
        assertThat(read.headline()).isEqualTo("Fallback headline stands");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Bridge opens again after works | Le Fanal; Bridge opens again after works",
                "Le Fanal - Bridge; Le Fanal - Bridge",
                "Fanal » Bridge opens again after works; Bridge opens again after works",
                "Bridge opens again after long works; Bridge opens again after long works",
                "临江市新图书馆周六开放 - 临江晚报; 临江市新图书馆周六开放"
            })
    void takes_the_name_of_the_site_off_a_title(String title, String headline) {
        // When
        PageMetadata read = read("<title>" + title + "</title>", "<p>x");

        // Then
        assertThat(read.headline()).isEqualTo(headline);
    }

    @Test
    void keeps_a_title_that_the_page_shows_as_it_is() {
        // When
        PageMetadata read =
                read("<title>Left or right - what voters want</title>", "<h1>Left or right - what voters want</h1>");

        // Then
        assertThat(read.headline()).isEqualTo("Left or right - what voters want");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<a rel=author href=/x>Noor Haddad</a>; Noor Haddad",
                "<span itemprop=author><b itemprop=name>Noor Haddad</b> editor</span>; Noor Haddad",
                "<div class=byline>Par Noor Haddad</div>; Par Noor Haddad",
                "<meta name=author content=https://example.org/noor><p>x; ''"
            })
    void finds_the_byline(String html, String byline) {
        // When
        PageMetadata read = read("", html);

        // Then
        assertThat(read.byline()).isEqualTo(byline.isEmpty() ? null : byline);
    }

    @Test
    void prefers_properties_to_names_and_resolves_entities_that_were_escaped_twice() {
        // When
        PageMetadata read = read(
                "<meta name='dc:title' content='Name'><meta property='dcterm:title og:x' content='Cats &amp;amp;"
                        + " dogs'>",
                "<p>x");

        // Then
        assertThat(read.headline()).isEqualTo("Cats & dogs");
    }

    private static PageMetadata read(String head, String body) {
        String html = "<html><head>" + head + "</head><body>" + body + "</body></html>";
        return new MetadataReader().read(Jsoup.parse(html, "https://example.org/news/a"));
    }
}
