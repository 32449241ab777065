package io.copytaster.ingest.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.pace.Wish.Force;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWishesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"429, 120", "503, 120", "503, ' 120 '", "429, 00120"})
    void reads_retry_after_in_seconds(int status, String value) {
        // When
        var wishes = ServerWishes.of(status, Map.of("retry-after", value), NOW);

        // Then
        assertThat(wishes)
                .containsExactly(new Wish("its server asked by Retry-After", NOW.plusSeconds(120), Force.DEMAND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 25 Nov 2026 14:30:00 GMT",
                "Wednesday, 25-Nov-26 14:30:00 GMT",
                "Wed Nov 25 14:30:00 2026",
                "Mon, 25 Nov 2026 14:30:00 GMT"
            })
    void reads_retry_after_as_a_date_in_every_form_of_http(String date) {
        // When
        var wishes = ServerWishes.of(503, Map.of("retry-after", date), NOW);

        // Then
        assertThat(wishes).extracting(Wish::notBefore).containsExactly(Instant.parse("2026-11-25T14:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31536000", "9223372036854775807", "99999999999999999999999999"})
    void a_year_or_more_is_a_demand_that_the_pace_can_clamp(String seconds) {
        // When
        var wishes = ServerWishes.of(429, Map.of("retry-after", seconds), NOW);

        // Then
        assertThat(wishes)
                .singleElement()
                .extracting(Wish::notBefore)
                .satisfies(at ->
                        assertThat(at).isBetween(NOW.plus(Duration.ofDays(365)), NOW.plus(Duration.ofDays(3650))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "1e3", "٣٠", "0x10", "12 parsecs"})
    void what_is_no_retry_after_asks_for_nothing(String value) {
        assertThat(ServerWishes.of(429, Map.of("retry-after", value), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 404, 500})
    void retry_after_counts_only_where_http_gives_it_a_meaning(int status) {
        assertThat(ServerWishes.of(status, Map.of("retry-after", "120"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600",
                "public, max-age=600",
                "public,max-age=600,immutable",
                "Max-Age = \"600\"",
                "s-maxage=9000, max-age=600",
                "no-transform max-age=600"
            })
    void reads_max_age(String value) {
        // When
        var wishes = ServerWishes.of(200, Map.of("cache-control", value), NOW);

        // Then
        assertThat(wishes).containsExactly(new Wish("its server keeps it that long", NOW.plusSeconds(600), Force.HINT));
    }

    @Test
    void a_304_says_how_long_it_holds_too() {
        assertThat(ServerWishes.of(304, Map.of("cache-control", "max-age=60"), NOW))
                .extracting(Wish::notBefore)
                .containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void max_age_wins_over_expires() {
        // Given
        var headers = Map.of("cache-control", "max-age=60", "expires", "Wed, 25 Nov 2026 20:00:00 GMT");

        // When
        var wishes = ServerWishes.of(200, headers, NOW);

        // Then
        assertThat(wishes).extracting(Wish::notBefore).containsExactly(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "s-maxage=60", "max-age=-1", "x-max-age=60", "max-age"})
    void without_max_age_expires_counts(String cacheControl) {
        // Given
        var headers = Map.of("cache-control", cacheControl, "expires", "Wed, 25 Nov 2026 20:00:00 GMT");

        // When
        var wishes = ServerWishes.of(200, headers, NOW);

        // Then
        assertThat(wishes).extracting(Wish::notBefore).containsExactly(Instant.parse("2026-11-25T20:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "never", "2026"})
    void expires_without_a_date_asks_for_nothing(String expires) {
        assertThat(ServerWishes.of(200, Map.of("expires", expires), NOW)).isEmpty();
    }

    @Test
    void an_endless_max_age_is_no_overflow() {
        // When
        var wishes = ServerWishes.of(200, Map.of("cache-control", "max-age=" + "9".repeat(900)), NOW);

        // Then
        assertThat(wishes).extracting(Wish::notBefore).containsExactly(NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void a_huge_header_is_not_looked_at() {
        // Given
        var huge = " ".repeat(10) + "max-age=" + "9".repeat(1_000_000);

        // When
        var wishes = ServerWishes.of(200, Map.of("cache-control", huge, "expires", huge), NOW);

        // Then
        assertThat(wishes).isEqualTo(List.of());
    }
}
