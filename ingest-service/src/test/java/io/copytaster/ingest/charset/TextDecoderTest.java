package io.copytaster.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String RUSSIAN = "Премьер обсудил с министрами бюджет на следующий год";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("windows-1251", RUSSIAN),
                Arguments.of("KOI8-R", RUSSIAN),
                Arguments.of("IBM866", RUSSIAN),
                Arguments.of("ISO-8859-5", RUSSIAN),
                Arguments.of("windows-1252", "Le président a été reçu à l'Élysée après une journée très agitée"),
                Arguments.of("windows-1252", "Für die Wähler in München zählen größere Löhne"),
                Arguments.of("windows-1250", "Rząd przyjął ustawę, której żądają związki i część posłów"),
                Arguments.of("ISO-8859-2", "Rząd przyjął ustawę, której żądają związki i część posłów"),
                Arguments.of("windows-1253", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία"),
                Arguments.of("windows-1255", "הממשלה אישרה את התקציב לשנה הבאה"),
                Arguments.of("windows-1256", "وافقت الحكومة على ميزانية العام المقبل"),
                Arguments.of("x-windows-874", "รัฐบาลอนุมัติงบประมาณปีหน้าแล้ว"),
                Arguments.of("GB18030", "政府通过了明年的预算，国家主席发表讲话"),
                Arguments.of("windows-31j", "政府は来年の予算を決定したと発表しました"),
                Arguments.of("EUC-JP", "政府は来年の予算を決定したと発表しました"),
                Arguments.of("x-windows-949", "정부는 내년 예산을 확정했다고 발표했다"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void believes_the_header(String charset, String text) {
        // Given
        var bytes = document("", text).getBytes(Charset.forName(charset));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of("content-type", "text/xml; charset=\"" + charset + "\""));

        // Then
        assertThat(decoded.text()).contains(text);
        assertThat(decoded.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void believes_the_declaration(String charset, String text) {
        // Given
        var bytes = document("encoding='" + charset + "'", text).getBytes(Charset.forName(charset));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of("Content-Type", "text/xml"));

        // Then
        assertThat(decoded.text()).contains(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void guesses_where_the_declaration_lies(String charset, String text) {
        // Given
        var bytes = document("encoding='utf-8'", text).getBytes(Charset.forName(charset));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of());

        // Then
        assertThat(decoded.text()).contains(text);
        assertThat(decoded.warnings()).singleElement().asString().contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void a_byte_order_mark_beats_every_claim(String charset) {
        // Given
        var bytes = ("\ufeff" + document("encoding='koi8-r'", RUSSIAN)).getBytes(Charset.forName(charset));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of("Content-Type", "text/xml; charset=windows-1251"));

        // Then
        assertThat(decoded.text()).startsWith("<?xml").contains(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void sees_wide_characters_without_a_mark(String charset) {
        // Given
        var bytes = document("", RUSSIAN).getBytes(Charset.forName(charset));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of());

        // Then
        assertThat(decoded.text()).contains(RUSSIAN);
    }

    @Test
    void the_header_beats_the_declaration() {
        // Given
        var bytes = document("encoding='koi8-r'", RUSSIAN).getBytes(Charset.forName("windows-1251"));

        // When
        var decoded = TextDecoder.decode(bytes, Map.of("Content-Type", "text/xml;charset=windows-1251"));

        // Then
        assertThat(decoded.text()).contains(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"gb2312,镕", "iso-8859-1,“€”", "us-ascii,é", "tis-620,ก", "euc-kr,힣", "shift_jis,①"})
    void a_label_means_the_superset_that_everybody_uses(String label, String text) {
        // Given
        var used = CharsetLabels.charset(label).orElseThrow();
        var bytes = document("encoding='" + label + "'", text).getBytes(used);

        // When
        var decoded = TextDecoder.decode(bytes, Map.of());

        // Then
        assertThat(decoded.text()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "ucs-2", "utf-32", "x-nonsense", "utf-7", ""})
    void utf8_is_read_as_such_whatever_the_declaration_says(String label) {
        // Given
        var bytes = document("encoding='" + label + "'", RUSSIAN).getBytes(StandardCharsets.UTF_8);

        // When
        var decoded = TextDecoder.decode(bytes, Map.of());

        // Then
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_latin_default_of_the_server_gives_way_to_valid_utf8() {
        // Given
        var bytes = document("encoding='utf-8'", RUSSIAN).getBytes(StandardCharsets.UTF_8);

        // When
        var decoded = TextDecoder.decode(bytes, Map.of("Content-Type", "text/xml; charset=ISO-8859-1"));

        // Then
        assertThat(decoded.text()).contains(RUSSIAN);
    }

    @Test
    void a_damaged_character_does_not_cost_the_others() {
        // Given
        var bytes = document("encoding='utf-8'", RUSSIAN + "#").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '#' ? (byte) 0xff : bytes[i];
        }

        // When
        var decoded = TextDecoder.decode(bytes, Map.of());

        // Then
        assertThat(decoded.text()).contains(RUSSIAN + "\ufffd");
    }

    @Test
    void decodes_any_bytes_under_any_header() {
        var random = new SplittableRandom(4711);
        var labels = new String[] {"utf-8", "utf-16", "gbk", "big5", "\0", ";", "'", "x", ""};
        for (int i = 0; i < 2000; i++) {
            // Given
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);

            // When
            var decoded = TextDecoder.decode(
                    bytes, Map.of("Content-Type", "a; charset=" + labels[random.nextInt(labels.length)]));

            // Then
            assertThat(decoded.text()).as("seed 4711, run %d", i).doesNotStartWith("\ufeff");
        }
    }

    private static String document(String encoding, String text) {
        return "<?xml version='1.0' " + encoding + "?><rss><channel><title>" + text + "</title></channel></rss>";
    }
}
