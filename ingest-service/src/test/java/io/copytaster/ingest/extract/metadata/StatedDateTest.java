package io.copytaster.ingest.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T08:00:00Z | 2026-03-02T08:00:00Z",
                "2026-03-02T08:00:00.123Z | 2026-03-02T08:00:00Z",
                "2026-03-02T08:00:00+01:00 | 2026-03-02T07:00:00Z",
                "2026-03-02T08:00:00+0530 | 2026-03-02T02:30:00Z",
                "2026-03-02T08:00:00-05 | 2026-03-02T13:00:00Z",
                "2026-03-02T08:00 | 2026-03-02T08:00:00Z",
                "2026-03-02 08:00:00 | 2026-03-02T08:00:00Z",
                "2026-03-02 08:00:00 +0200 | 2026-03-02T06:00:00Z",
                "2026-03-02 | 2026-03-02T00:00:00Z",
                "2026-3-2 | 2026-03-02T00:00:00Z",
                "2026/03/02 | 2026-03-02T00:00:00Z",
                "20260302T080000Z | 2026-03-02T08:00:00Z",
                "Mon, 02 Mar 2026 08:00:00 GMT | 2026-03-02T08:00:00Z",
                "2 March 2026 | 2026-03-02T00:00:00Z",
                "March 2, 2026 | 2026-03-02T00:00:00Z",
                "Mar. 2nd, 2026 at 5:30 pm | 2026-03-02T17:30:00Z",
                "March 2, 2026 12:05 am | 2026-03-02T00:05:00Z",
                "02.03.2026 08:00 | 2026-03-02T08:00:00Z",
                "1772438400 | 2026-03-02T08:00:00Z",
                "1772438400000 | 2026-03-02T08:00:00Z"
            })
    void reads_the_spellings_that_pages_use(String text, Instant instant) {
        // When
        var read = StatedDate.read(text);

        // Then
        assertThat(read).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026",
                "2026-02-31",
                "2026-13-01",
                "0001-01-01",
                "9999-12-31",
                "Foo 2, 2026",
                "2026-03-02T08:00:00+99:00",
                "12:30",
                "2026-03-02 and more"
            })
    void finds_no_date_where_none_is_stated(String text) {
        // When
        var read = StatedDate.read(text);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void never_fails_on_a_changed_date() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("never_fails_on_a_changed_date: seed " + seed);
        Random random = new Random(seed);
        String letters = "0123456789-:TZ+. ,apmjn";

        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("2026-03-02T08:00:00+01:00");
            for (int change = random.nextInt(4); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }

            // When
            var read = StatedDate.read(text.toString());

            // Then
            read.ifPresent(instant -> assertThat(instant).isBetween("1900-01-01T00:00:00Z", "2199-12-31T23:59:59Z"));
        }
    }
}
