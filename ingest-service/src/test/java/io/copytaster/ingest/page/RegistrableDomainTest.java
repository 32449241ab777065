package io.copytaster.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrableDomainTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.news.co.uk/a, news.co.uk",
        "https://NEWS.co.uk/a, news.co.uk",
        "http://m.daily.com.br:8080/, daily.com.br",
        "https://one.blogspot.com/, one.blogspot.com",
        "https://two.github.io/, two.github.io",
        "http://127.0.0.1:9/, 127.0.0.1",
        "http://localhost/, localhost",
        "https://xn--bcher-kva.example/, xn--bcher-kva.example"
    })
    void is_what_one_owner_registered(String url, String domain) {
        assertThat(RegistrableDomain.of(url)).contains(new RegistrableDomain(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/relative", "mailto:a@b.example", "http://a b/", "::"})
    void is_nothing_without_a_host(String url) {
        assertThat(RegistrableDomain.of(url)).isEmpty();
    }

    @Test
    void customers_of_one_blog_service_are_strangers() {
        assertThat(RegistrableDomain.of("https://one.blogspot.com/"))
                .isNotEqualTo(RegistrableDomain.of("https://two.blogspot.com/"));
    }
}
