package io.copytaster.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientDateTest {

    private static final long SEED = 20261125;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '\u0001',
            value = {
                "2007년 05월 28일  01:31:15|2007-05-28T01:31:15Z",
                "2007-05-25 오후 11:23:17|2007-05-25T23:23:17Z",
                "2007-05-25 오전 08:23:17|2007-05-25T08:23:17Z",
                "Κυρ, 11 Ιούλ 2007 12:00:00 EST|2007-07-11T17:00:00Z",
                "Παρ, 30 Ιαν 2007 12:00:00 GMT|2007-01-30T12:00:00Z",
                "Τρι, 13 Μαΐ 2014 12:00:00 GMT|2014-05-13T12:00:00Z",
                "Δευ, 05 Φεβ 2021 10:00:00 +0200|2021-02-05T08:00:00Z",
                "2007-július-13T9:15-05:00|2007-07-13T14:15:00Z",
                "2007-február-13T9:15-05:00|2007-02-13T14:15:00Z",
                "2007-december-13T9:15-05:00|2007-12-13T14:15:00Z",
                "2007-07-08 23:56:58.0|2007-07-08T23:56:58Z",
                "2009-12|2009-12-01T00:00:00Z",
                "2009|2009-01-01T00:00:00Z",
                "2009-335|2009-12-01T00:00:00Z",
                "2009335|2009-12-01T00:00:00Z",
                "20091231|2009-12-31T00:00:00Z",
                "2009-12-31T10:14:55.999999Z|2009-12-31T10:14:55Z",
                "2009-12-31t10:14:55z|2009-12-31T10:14:55Z",
                "2009-12-31T24:00:00Z|2010-01-01T00:00:00Z",
                "2016-12-31T23:59:60Z|2016-12-31T23:59:59Z",
                "Thu, 01 Jan 07 19:48:21 GMT|2007-01-01T19:48:21Z",
                "Thu, 01 Jan 98 19:48:21 GMT|1998-01-01T19:48:21Z",
                "Mon, 01 Jan 2007 19:48:21 GMT|2007-01-01T19:48:21Z",
                "01 Jan 2007 19:48:21 GMT|2007-01-01T19:48:21Z",
                "Thu, 01 Jan 2007 19:48:21|2007-01-01T19:48:21Z",
                "Thu, 01 Jan 2007 19:48 GMT|2007-01-01T19:48:00Z",
                "Thu, 01 Jan 2007|2007-01-01T00:00:00Z",
                "Thursday, January 1, 2007 7:48 PM|2007-01-01T19:48:00Z",
                "Thursday, 1 January 2007 19:48:21 GMT|2007-01-01T19:48:21Z",
                "Thu, 01 Jan 2007 19:48:21 +0000 (UTC)|2007-01-01T19:48:21Z",
                "Thu, 31 Dec 2009 23:59:59 AST|2010-01-01T03:59:59Z",
                "Thu, 01 Jan 2007 19:48:21 ET|2007-01-02T00:48:21Z",
                "Fri, 26 Jul 2021 16:31:00 GMT+3|2021-07-26T13:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 UTC+03:00|2021-07-26T13:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 GMT-0430|2021-07-26T21:01:00Z",
                "Fri, 26 Jul 2021 16:31:00 MSK|2021-07-26T13:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 CEST|2021-07-26T14:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 +3|2021-07-26T13:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 -0000|2021-07-26T16:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 +0300 (MSK)|2021-07-26T13:31:00Z",
                "Fri, 26 Jul 2021 16:31:00 Europe/Moscow|2021-07-26T16:31:00Z",
                "Fri Jul 26 16:31:00 MSK 2021|2021-07-26T13:31:00Z",
                "Fri Jul 26 16:31:00 PDT 2021|2021-07-26T23:31:00Z",
                "Sun Jan  4 16:29:06 PST 2007|2007-01-05T00:29:06Z",
                "Fri, 26 Jul 2021 04:31:00 PM|2021-07-26T16:31:00Z",
                "26.07.2021 16:31|2021-07-26T16:31:00Z",
                "26.07.2021|2021-07-26T00:00:00Z",
                "26/07/2021 16:31:00|2021-07-26T16:31:00Z",
                "7/26/2021 4:31:00 PM|2021-07-26T16:31:00Z",
                "2021/07/26 16:31:00|2021-07-26T16:31:00Z",
                "2021.07.26 16:31|2021-07-26T16:31:00Z",
                "26-Jul-2021 16:31:00|2021-07-26T16:31:00Z",
                "26-Jul-21 16:31:00 GMT|2021-07-26T16:31:00Z",
                "Jul 26, 2021 16:31 GMT|2021-07-26T16:31:00Z",
                "July 26th, 2021|2021-07-26T00:00:00Z",
                "Ven, 26 Juil 2021 16:31:00 +0200|2021-07-26T14:31:00Z",
                "ven., 26 juil. 2021 16:31:00 +0200|2021-07-26T14:31:00Z",
                "Mar, 05 Mars 2021 10:00:00 +0100|2021-03-05T09:00:00Z",
                "Jeu, 15 Août 2021 10:00:00 +0200|2021-08-15T08:00:00Z",
                "Lun, 02 Déc 2021 10:00:00 +0100|2021-12-02T09:00:00Z",
                "26 juillet 2021 à 16h31|2021-07-26T16:31:00Z",
                "Чт, 15 авг 2021 10:00:00 +0300|2021-08-15T07:00:00Z",
                "Пт, 15 нояб 2021 10:00:00 +0300|2021-11-15T07:00:00Z",
                "Вт, 07 мая 2021 10:00:00 +0300|2021-05-07T07:00:00Z",
                "Вт, 07 май 2021 10:00:00 +0300|2021-05-07T07:00:00Z",
                "Ср, 12 июн 2021 10:00:00 +0300|2021-06-12T07:00:00Z",
                "Ср, 10 июл 2021 10:00:00 +0300|2021-07-10T07:00:00Z",
                "5 февраля 2021 г. 10:00|2021-02-05T10:00:00Z",
                "Mi, 15 Mai 2021 10:00:00 +0200|2021-05-15T08:00:00Z",
                "Do, 14 Mär 2021 10:00:00 +0100|2021-03-14T09:00:00Z",
                "Di, 01 Okt 2021 10:00:00 +0200|2021-10-01T08:00:00Z",
                "Do, 05 Dez 2021 10:00:00 +0100|2021-12-05T09:00:00Z",
                "5. Februar 2021 10:00 Uhr|2021-02-05T10:00:00Z",
                "Qui, 05 Dez 2021 10:00:00 -0300|2021-12-05T13:00:00Z",
                "Sex, 05 Abr 2021 10:00:00 -0300|2021-04-05T13:00:00Z",
                "Dom, 04 Ago 2021 10:00:00 -0300|2021-08-04T13:00:00Z",
                "5 de fevereiro de 2021 10:00|2021-02-05T10:00:00Z",
                "Lun, 05 Ene 2021 10:00:00 +0100|2021-01-05T09:00:00Z",
                "Mié, 10 Abr 2021 10:00:00 +0200|2021-04-10T08:00:00Z",
                "Mar, 10 Dic 2021 10:00:00 +0100|2021-12-10T09:00:00Z",
                "Gio, 09 Mag 2021 10:00:00 +0200|2021-05-09T08:00:00Z",
                "Lun, 10 Giu 2021 10:00:00 +0200|2021-06-10T08:00:00Z",
                "Gio, 11 Lug 2021 10:00:00 +0200|2021-07-11T08:00:00Z",
                "Ven, 06 Set 2021 10:00:00 +0200|2021-09-06T08:00:00Z",
                "Mer, 09 Ott 2021 10:00:00 +0200|2021-10-09T08:00:00Z",
                "Mar, 09 Gen 2021 10:00:00 +0100|2021-01-09T09:00:00Z",
                "Pn, 05 lut 2021 10:00:00 +0100|2021-02-05T09:00:00Z",
                "Pt, 05 kwi 2021 10:00:00 +0200|2021-04-05T08:00:00Z",
                "Śr, 10 paź 2021 10:00:00 +0200|2021-10-10T08:00:00Z",
                "5 lutego 2021 10:00|2021-02-05T10:00:00Z",
                "Pzt, 05 Şub 2021 10:00:00 +0300|2021-02-05T07:00:00Z",
                "Per, 15 Ağu 2021 10:00:00 +0300|2021-08-15T07:00:00Z",
                "5 Şubat 2021 Pazartesi 10:00|2021-02-05T10:00:00Z",
                "Po, 05 úno 2021 10:00:00 +0100|2021-02-05T09:00:00Z",
                "ma, 05 mrt 2021 10:00:00 +0100|2021-03-05T09:00:00Z",
                "ma, 05 mei 2021 10:00:00 +0200|2021-05-05T08:00:00Z",
                "Mån, 05 maj 2021 10:00:00 +0200|2021-05-05T08:00:00Z",
                "man, 05 des 2021 10:00:00 +0100|2021-12-05T09:00:00Z",
                "ma, 05 helmikuuta 2021 10:00:00 +0200|2021-02-05T08:00:00Z",
                "H, 05 febr. 2021 10:00:00 +0100|2021-02-05T09:00:00Z",
                "Пн, 05 лют 2021 10:00:00 +0200|2021-02-05T08:00:00Z",
                "5 лютого 2021 р. 10:00|2021-02-05T10:00:00Z",
                "2021年2月5日|2021-02-05T00:00:00Z",
                "2021年2月5日 10:00:00|2021-02-05T10:00:00Z",
                "2021年02月05日 10时30分|2021-02-05T10:30:00Z",
                "2021年2月5日 下午3:20|2021-02-05T15:20:00Z",
                "2021年2月5日(月) 10:00|2021-02-05T10:00:00Z",
                "２０２１年２月５日|2021-02-05T00:00:00Z",
                "5 فبراير 2021 10:00|2021-02-05T10:00:00Z",
                "الاثنين، 05 فبراير 2021 10:00:00 +0300|2021-02-05T07:00:00Z",
                "٥ فبراير ٢٠٢١|2021-02-05T00:00:00Z",
                "5 กุมภาพันธ์ 2564 10:00|2021-02-05T10:00:00Z",
                "5 פברואר 2021 10:00|2021-02-05T10:00:00Z",
                "יום שני, 5 בפברואר 2021 10:00|2021-02-05T10:00:00Z",
                "Thứ Hai, 05 tháng 2 2021 10:00:00 +0700|2021-02-05T03:00:00Z",
                "Sen, 05 Agu 2021 10:00:00 +0700|2021-08-05T03:00:00Z",
                "Lu, 05 feb. 2021 10:00:00 +0200|2021-02-05T08:00:00Z",
                "Fri, 15 Sep 2008 08:19:53 EDT|2008-09-15T12:19:53Z",
                "Fri, 15  Sep  2008  08:19:53|2008-09-15T08:19:53Z",
                "Fri,15 Sep 2008 08:19:53 GMT|2008-09-15T08:19:53Z",
                "Fri, 15 Sep 2008 8:9:3 GMT|2008-09-15T08:09:03Z",
                "Fri, 15 Sep 2008 08:19:53.123 GMT|2008-09-15T08:19:53Z",
                "Fri, 15 Sep 2008T08:19:53Z|2008-09-15T08:19:53Z",
                "Fri, 2008-09-15 08:19:53|2008-09-15T08:19:53Z",
                "2008-09-15 08:19:53 AM|2008-09-15T08:19:53Z",
                "2008-09-15T08:19:53 PM|2008-09-15T20:19:53Z",
                "2008-09-15T08:19:53 +0200|2008-09-15T06:19:53Z",
                "2008-09-15T08:19:53+02|2008-09-15T06:19:53Z",
                "2008-09-15T08:19:53+0200|2008-09-15T06:19:53Z",
                "2008-09-15T08:19:53 EST|2008-09-15T13:19:53Z",
                "2008-09-15 08:19:53 UTC|2008-09-15T08:19:53Z",
                "2008-9-5 8:9|2008-09-05T08:09:00Z",
                "Thu, 09 Feb 2008 (comment) 23:59:45 (nested (comment)) +0000|2008-02-09T23:59:45Z",
                "Thu,  09   Feb 2008\t23:59:45   +0000|2008-02-09T23:59:45Z",
                "Thu, 09-Feb-2008 23:59:45 GMT|2008-02-09T23:59:45Z",
                "Thu, 9 Feb 108 23:59:45 GMT|2008-02-09T23:59:45Z",
                "Thu, 01 Jan 2007 24:00:00 GMT|2007-01-02T00:00:00Z",
                "09-12-31|2009-12-31T00:00:00Z",
                "2009-12-31T10:14:55+01:00[Europe/Paris]|2009-12-31T09:14:55Z",
                "Monday, 5 February 2021 at 10:00:00 GMT|2021-02-05T10:00:00Z",
                "Mon, Feb 5 2021 10:00:00 GMT|2021-02-05T10:00:00Z",
                "Mon Feb 05 2021 10:00:00 GMT+0100 (Central European Standard Time)|2021-02-05T09:00:00Z",
                "Mon, 5 Feb 2021 10:00:00 K|2021-02-05T10:00:00Z",
                "Thu, 01 Jan 2007 19:48:21 GMT GMT|2007-01-01T19:48:21Z",
                "1970-01-01T00:00:00Z|1970-01-01T00:00:00Z"
            })
    void reads_dates_as_people_and_programs_write_them(String written, Instant expected) {
        // When
        var read = LenientDate.read(written);

        // Then
        assertThat(read).as(written).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2009-02-29",
                "2009-13-01T00:00:00Z",
                "2009-12-31T25:00:00Z",
                "Thu, 32 Jan 2007 00:00:00 GMT",
                "Thu, 01 Foo 2007 19:48:21 GMT",
                "yesterday",
                "now",
                "2008-09-15T08Z",
                "1706900000",
                "Mon, 05 Feb 2021 10:00:00 +9959",
                "Sat, 01 Jan 0000 00:00:00 GMT",
                "NaN",
                "-1",
                "Invalid Date",
                "0",
                "+010000-01-01T00:00:00Z",
                "Sun, 31 Feb 2007 19:48:21 GMT",
                "",
                " ",
                "(",
                "12:30",
                "5 February",
                "99/99/9999"
            })
    void reads_nothing_into_what_is_no_date(String written) {
        // When
        var read = LenientDate.read(written);

        // Then
        assertThat(read).as(written).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "fr", "de", "es", "pt", "it", "ru", "uk", "tr", "pl", "nl", "sv", "id", "ro", "el", "hu", "ar"
            })
    void reads_the_full_name_of_every_month(String language) {
        for (Month month : Month.values()) {
            // Given
            var name = month.getDisplayName(TextStyle.FULL, Locale.of(language));

            // When
            var read = LenientDate.read("5 " + name + " 2024 10:00:00 +0000");

            // Then
            assertThat(read)
                    .as(language + " " + name)
                    .contains(Instant.parse("2024-%02d-05T10:00:00Z".formatted(month.getValue())));
        }
    }

    @Test
    void reads_back_every_date_that_java_writes() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            // Given
            var instant = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            var written = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    instant.atOffset(ZoneOffset.ofHours(random.nextInt(-12, 14))));

            // When
            var read = LenientDate.read(written);

            // Then
            assertThat(read).as("seed %d: %s", SEED, written).contains(instant);
            assertThat(LenientDate.read(instant.toString())).contains(instant);
        }
    }

    @Test
    void survives_any_text_and_never_reads_the_present_into_it() {
        var random = new SplittableRandom(SEED);
        var pieces = new String[] {
            "2024", "-", "/", ":", "12", " ", "Feb", "T", "Z", "+", "99", "年", "月", "pm", "GMT", "(", ")", ".", ",",
            "мая", "0"
        };
        for (int i = 0; i < 5000; i++) {
            // Given
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            // When
            var read = LenientDate.read(text.toString());

            // Then
            read.ifPresent(instant -> assertThat(
                            LocalDate.ofInstant(instant, ZoneOffset.UTC).getYear())
                    .as("seed %d: %s", SEED, text)
                    .isBetween(999, 10_000));
        }
    }

    @Test
    void looks_at_no_more_than_a_date_can_be_long() {
        // Given
        var text = "2024-02-05" + " ".repeat(1_000_000) + "x";

        // When
        var read = LenientDate.read(text);

        // Then
        assertThat(read).isEmpty();
    }
}
