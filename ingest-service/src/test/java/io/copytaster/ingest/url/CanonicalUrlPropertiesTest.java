package io.copytaster.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every URL; the seed is in the name of each run. */
class CanonicalUrlPropertiesTest {

    private static final int URLS = 3000;
    private static final List<String> HOSTS = List.of(
            "example.com",
            "WWW.Example.Com",
            "m.example.co.uk",
            "www.m.amp.example.org",
            "bücher.de",
            "ΣΊΣΥΦΟΣ.gr",
            "x.cdn.ampproject.org",
            "www.google.com",
            "[::1]",
            "192.0.2.7",
            "a.b.c.d.e",
            "example.com.",
            "faß.de",
            "新华网.中国");
    private static final List<String> PIECES = List.of(
            "/",
            "//",
            "/a",
            "/amp",
            "/amp/",
            "/c/s/",
            "/index.html",
            ".amp",
            ".amp.html",
            "index.amp.html",
            "/..",
            "/.",
            "/%2e%2e",
            "%41",
            "%c3%a9",
            "é",
            "новости",
            "新闻",
            " ",
            "%",
            "%2",
            "%25",
            "%2F",
            ";jsessionid=1",
            ";sid=2",
            "?",
            "&",
            "=",
            "+",
            "#",
            "#!",
            "utm_source=x",
            "&utm_medium=y",
            "id=1",
            "&fbclid=2",
            "b=2&a=1",
            "amp",
            "outputType=amp",
            "default.aspx",
            "www.example.com",
            "\\",
            "|",
            "\"",
            "<",
            "^",
            "`",
            "{}",
            "~",
            "*",
            "'",
            "(",
            "!",
            "@",
            ":",
            "\ud83d\ude00");

    static LongStream seeds() {
        return LongStream.of(1, 20261125, 4711, 987654321L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void canonical_of_canonical_is_canonical(long seed) {
        // Given
        var random = new SplittableRandom(seed);
        for (int i = 0; i < URLS; i++) {
            var url = url(random);

            // When
            var once = canonical(url);

            // Then
            assertThat(once.flatMap(CanonicalUrlPropertiesTest::canonical))
                    .as("seed %d: %s", seed, url)
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void canonical_is_plain_ascii_without_tracking_and_noise(long seed) {
        // Given
        var random = new SplittableRandom(seed);
        for (int i = 0; i < URLS; i++) {
            var url = url(random);

            // When
            var canonical = canonical(url);

            // Then
            assertThat(canonical.orElse("https://x/"))
                    .as("seed %d: %s", seed, url)
                    .matches("https?://[a-z0-9.:\\[\\]_-]+/[\\x21-\\x7e]*")
                    .doesNotContainPattern("^[^?#]*\\?([^#]*&)?(utm_|fbclid=)")
                    .doesNotContainPattern("^[^?#]*/\\.\\.?(/|$)");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tracking_case_of_host_and_fragment_never_matter(long seed) {
        // Given
        var random = new SplittableRandom(seed);
        for (int i = 0; i < URLS; i++) {
            var plain = "https://" + HOSTS.get(random.nextInt(6)) + path(random);
            var noisy = plain.replace("https", "HTTPS") + "?utm_campaign=" + random.nextInt(100) + "#part";

            // When
            var same = canonical(noisy);

            // Then
            assertThat(same)
                    .as("seed %d: %s", seed, noisy)
                    .isEqualTo(canonical(plain))
                    .isPresent();
        }
    }

    private static Optional<String> canonical(String url) {
        try {
            return Optional.of(CanonicalUrl.of(url).value());
        } catch (UrlRefused _) {
            return Optional.empty();
        }
    }

    private static String url(RandomGenerator random) {
        var scheme = random.nextInt(10) == 0 ? "HTTP" : "https";
        var port = random.nextInt(5) == 0 ? ":" + random.nextInt(70_000) : "";
        var rest = IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
        return scheme + "://" + HOSTS.get(random.nextInt(HOSTS.size())) + port + (rest.isEmpty() ? "" : "/" + rest);
    }

    private static String path(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> "/" + Integer.toString(random.nextInt(1000), 36))
                .collect(Collectors.joining());
    }
}
