package io.copytaster.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private static final LinkResolver BASE = new LinkResolver("https://news.example/a/b");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "a &amp; b|a & b",
                "<p>one</p><p>two</p>|one\\n\\ntwo",
                "one<br>two|one\\ntwo",
                "  much \t space |much space",
                "a<b>b</b>c|abc",
                "x<script>alert(1)</script>y|xy",
                "x<script>alert(1)|x",
                "x<style>p{}</style>y|xy",
                "x<iframe src='http://e/'/> y|x y",
                "x<iframe srcdoc='<p>no'></iframe>y|xy",
                "x<!-- gone -->y|xy",
                "x<!-- not closed >y|xy",
                "x <! y|x <! y",
                "&lt;b&gt;|<b>",
                "1 < 2|1 < 2",
                "ends with <a|ends with <a",
                "<!--[if mso]>no<![endif]-->yes|yes",
                "<svg><title>t</title></svg>|t"
            })
    void keeps_the_text_that_people_see(String html, String text) {
        // When
        var passage = Markup.read(html, BASE);

        // Then
        assertThat(passage.text()).isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void keeps_the_addresses_behind_the_text_once_and_absolute() {
        // When
        var passage = Markup.read("<a href='../c'>x</a> <img src=//img.example/i.png> <a href='/a/../c'>y</a>", BASE);

        // Then
        assertThat(passage.links()).containsExactly("https://news.example/c", "https://img.example/i.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='javascript:x()'>t</a>",
                "<a href='JaVa\tScRiPt:x()'>t</a>",
                "<a href='&#1;javascript:x()'>t</a>",
                "<a href='javascript&colon;x()'>t</a>",
                "<a href='vbscript:x'>t</a>",
                "<a href='data:text/html,x'>t</a>",
                "<a href='file:///etc/x'>t</a>",
                "<a href='mailto:a@b.example'>t</a>",
                "<base href='http://evil.example/'>t",
                "<link href='http://evil.example/x.css'>t",
                "<iframe src='http://evil.example/'></iframe>t",
                "<img/src=x/onerror=x()>t",
                "<img src=`x`onerror=x()>t",
                "<a href=''>t</a>",
                "<a href='http:///x'>t</a>"
            })
    void keeps_no_address_that_is_no_web_page(String html) {
        // When
        var passage = Markup.read(html, BASE);

        // Then
        assertThat(passage.links()).isEmpty();
        assertThat(passage.text()).isEqualTo("t");
    }

    @Test
    void a_link_beyond_the_bound_is_counted() {
        // Given
        var html = new StringBuilder();
        for (int i = 0; i < 1005; i++) {
            html.append("<a href='/").append(i).append("'>x</a>");
        }

        // When
        var passage = Markup.read(html.toString(), BASE);

        // Then
        assertThat(passage.links()).hasSize(1000);
        assertThat(passage.linksOmitted()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT&amp;T|true",
                "<b>x</b>|true",
                "x<br>y|true",
                "<img src='x'>|true",
                "Tom & Jerry|false",
                "1 < 2 > 0|false",
                "the <blink> tag|false",
                "List<String>|false",
                "&nonsense;|false"
            })
    void tells_markup_from_brackets(String text, boolean markup) {
        // When
        var looks = MarkupText.looksLikeMarkup(text);

        // Then
        assertThat(looks).isEqualTo(markup);
    }

    @ParameterizedTest
    @CsvSource({
        "c,https://news.example/a/c",
        "./c,https://news.example/a/c",
        "../c,https://news.example/c",
        "../../../c,https://news.example/c",
        "/c,https://news.example/c",
        "//o.example/c,https://o.example/c",
        "?q=1,https://news.example/a/b?q=1",
        "#f,https://news.example/a/b#f",
        "c/.,https://news.example/a/c/",
        "HTTP://O.example/x,HTTP://O.example/x",
        "' http://o.example/x\n',http://o.example/x"
    })
    void resolves_references_as_browsers_do(String reference, String address) {
        // When
        var resolved = BASE.resolve(reference);

        // Then
        assertThat(resolved).contains(address);
    }

    @Test
    void a_relative_reference_stays_as_it_is_where_no_base_is_known() {
        // When
        var resolved = LinkResolver.UNKNOWN.resolve("a/b");

        // Then
        assertThat(resolved).contains("a/b");
    }

    @Test
    void any_html_becomes_text_and_web_addresses() {
        var random = new SplittableRandom(7);
        var pieces = new String[] {
            "<",
            ">",
            "</",
            "a",
            " href=",
            "'",
            "\"",
            "javascript:",
            "http://x/",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<p>",
            "<table>",
            "<svg>",
            "&",
            "lt;",
            "&#0;",
            "x",
            " ",
            "<b>",
            "<iframe",
            "/>"
        };
        for (int i = 0; i < 3000; i++) {
            // Given
            var html = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }

            // When
            var passage = Markup.read(html.toString(), BASE);

            // Then
            assertThat(passage.links()).as("seed 7: %s", html).allMatch(link -> link.startsWith("http"));
        }
    }
}
