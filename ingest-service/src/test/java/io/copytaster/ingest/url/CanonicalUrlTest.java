package io.copytaster.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // scheme, host, port
                "HTTPS://Example.COM/a | https://example.com/a",
                "http://example.com:80/a | http://example.com/a",
                "https://example.com:443/a | https://example.com/a",
                "https://example.com:/a | https://example.com/a",
                "https://example.com:8443/a | https://example.com:8443/a",
                "https://example.com./a | https://example.com/a",
                "https://[2001:DB8::1]/a | https://[2001:db8::1]/a",
                "https://192.0.2.1/a | https://192.0.2.1/a",
                // IDNA
                "https://bücher.example/a | https://xn--bcher-kva.example/a",
                "https://BÜCHER.example/a | https://xn--bcher-kva.example/a",
                "https://faß.example/a | https://xn--fa-hia.example/a",
                "https://россия.рф/a | https://xn--h1alffa9f.xn--p1ai/a",
                "https://新华网。中国/a | https://xn--xkrr14bows.xn--fiqs8s/a",
                "https://ｅｘａｍｐｌｅ.com/a | https://example.com/a",
                // screens
                "https://www.example.com/a | https://example.com/a",
                "https://m.example.com/a | https://example.com/a",
                "https://mobile.www.example.com/a | https://example.com/a",
                "https://amp.example.com/a | https://example.com/a",
                "https://m.example.co.uk/a | https://example.co.uk/a",
                "https://m.co.uk/a | https://m.co.uk/a",
                "https://m.com/a | https://m.com/a",
                // AMP
                "https://example.com/a/amp | https://example.com/a",
                "https://example.com/a/amp/ | https://example.com/a",
                "https://example.com/amp/a | https://example.com/a",
                "https://example.com/a.amp.html | https://example.com/a.html",
                "https://example.com/a.amp | https://example.com/a",
                "https://example.com/a?amp | https://example.com/a",
                "https://example.com/a?outputType=amp | https://example.com/a",
                "https://example.com/a?outputType=pdf | https://example.com/a?outputType=pdf",
                "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a/amp | https://example.com/a",
                "https://www-example-com.cdn.ampproject.org/v/s/www.example.com/a?usqp=x | https://example.com/a",
                "https://www.google.com/amp/s/amp.example.com/a | https://example.com/a",
                "https://www.google.com/search?q=a | https://google.com/search?q=a",
                // paths
                "https://example.com | https://example.com/",
                "https://example.com/ | https://example.com/",
                "https://example.com/a/ | https://example.com/a",
                "https://example.com/a//b | https://example.com/a/b",
                "https://example.com/a/./b/../c | https://example.com/a/c",
                "https://example.com/../a | https://example.com/a",
                "https://example.com/a/index.html | https://example.com/a",
                "https://example.com/index.php | https://example.com/",
                "https://example.com/a;jsessionid=1F | https://example.com/a",
                "https://example.com/A/b | https://example.com/A/b",
                // percent-encoding
                "https://example.com/%7euser/%41 | https://example.com/~user/A",
                "https://example.com/%c3%a9t%c3%a9 | https://example.com/%C3%A9t%C3%A9",
                "https://example.com/été | https://example.com/%C3%A9t%C3%A9",
                "https://example.com/новости | https://example.com/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
                "https://example.com/a b | https://example.com/a%20b",
                "https://example.com/100% | https://example.com/100%25",
                "https://example.com/a%2Fb | https://example.com/a%2Fb",
                "https://example.com/%2e%2e/a | https://example.com/a",
                // queries and fragments
                "https://example.com/a?utm_source=x&id=7&utm_medium=y | https://example.com/a?id=7",
                "https://example.com/a?UTM_Source=x | https://example.com/a",
                "https://example.com/a?fbclid=1&gclid=2&mc_cid=3 | https://example.com/a",
                "https://example.com/a?b=2&a=1 | https://example.com/a?a=1&b=2",
                "https://example.com/a?x=2&x=1 | https://example.com/a?x=2&x=1",
                "https://example.com/a?q=a+b | https://example.com/a?q=a%20b",
                "https://example.com/a?q=a%26b | https://example.com/a?q=a%26b",
                "https://example.com/a? | https://example.com/a",
                "https://example.com/a?&& | https://example.com/a",
                "https://example.com/a#top | https://example.com/a",
                "https://example.com/#!/news/7 | https://example.com/#!/news/7",
                "https://example.com?id=1 | https://example.com/?id=1",
            })
    void spells_every_address_of_an_article_the_same(String url, String canonical) throws UrlRefused {
        assertThat(CanonicalUrl.of(url).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news",
                "/a",
                "//example.com/a",
                "ftp://example.com/a",
                "file:///etc/passwd",
                "mailto:a@example.com",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://user@example.com/",
                "https://u:p@example.com/",
                "https://exa mple.com/",
                "https://-a.example/",
                "https://a..example/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:x/",
                "https://[::1/",
                "https://[zz]/",
                "https://ex\\ample.com/",
                "https://example.com/\u0007",
                "http://a%20b/"
            })
    void refuses_what_is_no_address_of_an_article(String url) {
        assertThatThrownBy(() -> CanonicalUrl.of(url)).isInstanceOf(UrlRefused.class);
    }

    @Test
    void says_what_to_do_about_a_password() {
        assertThatThrownBy(() -> CanonicalUrl.of("https://u:p@example.com/"))
                .hasMessageContaining("leave out the part before the @")
                .hasMessageNotContaining("u:p");
    }

    @Test
    void tells_its_host() throws UrlRefused {
        // Given
        var urls = List.of("https://News.Example:8443/a:b@c?x=1#!y", "http://example.com", "http://[2001:db8::1]:81/x");

        // When
        var hosts = new ArrayList<String>();
        for (var url : urls) {
            hosts.add(CanonicalUrl.of(url).host());
        }

        // Then
        assertThat(hosts).containsExactly("news.example", "example.com", "[2001:db8::1]");
    }

    @Test
    void refuses_a_url_wrapped_without_end() {
        // Given
        var wrapped = "https://" + "x.cdn.ampproject.org/c/s/".repeat(20) + "example.com/a";

        // When / Then
        assertThatThrownBy(() -> CanonicalUrl.of(wrapped)).isInstanceOf(UrlRefused.class);
    }
}
