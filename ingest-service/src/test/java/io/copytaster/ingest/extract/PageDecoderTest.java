package io.copytaster.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDecoderTest {

    private static final String RUSSIAN = "<p>Правительство утвердило новый порядок.</p>";

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Правительство утвердило новый порядок",
        "koi8-r, Правительство утвердило новый порядок",
        "GB18030, 政府周二公布了新的规定",
        "Big5, 政府週二公布了新的規定",
        "windows-31j, 政府は火曜日に新しい規則を発表した",
        "EUC-JP, 政府は火曜日に新しい規則を発表した",
        "x-windows-949, 정부는 화요일 새 규정을 발표했다",
        "windows-1256, أعلنت الحكومة قواعد جديدة",
        "ISO-2022-JP, 政府は火曜日に新しい規則を発表した",
        "UTF-8, Le gouvernement a publié de nouvelles règles"
    })
    void believes_the_charset_of_the_answer(String charset, String text) {
        // Given
        byte[] bytes = text.getBytes(Charset.forName(charset));

        // When
        String decoded = PageDecoder.decode(bytes, "text/html; Charset=\"" + charset + "\"");

        // Then
        assertThat(decoded).isEqualTo(text);
    }

    @Test
    void believes_a_byte_order_mark_before_anything_else() {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xff);
        bytes.write(0xfe);
        bytes.writeBytes("<p>Été</p>".getBytes(StandardCharsets.UTF_16LE));

        // When
        String decoded = PageDecoder.decode(bytes.toByteArray(), "text/html; charset=utf-8");

        // Then
        assertThat(decoded).isEqualTo("<p>Été</p>");
    }

    @Test
    void drops_the_mark_itself() {
        // When
        String decoded = PageDecoder.decode("\ufeff<p>Été</p>".getBytes(StandardCharsets.UTF_8), null);

        // Then
        assertThat(decoded).isEqualTo("<p>Été</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "<meta charset=\"windows-1251\">",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?>"
    })
    void reads_the_charset_that_the_page_declares(String declaration) {
        // Given
        byte[] bytes = (declaration + RUSSIAN).getBytes(Charset.forName("windows-1251"));

        // When
        String decoded = PageDecoder.decode(bytes, "text/html");

        // Then
        assertThat(decoded).endsWith(RUSSIAN);
    }

    @Test
    void prefers_the_charset_of_the_answer_to_that_of_the_page() {
        // Given
        byte[] bytes = ("<meta charset=koi8-r>" + RUSSIAN).getBytes(Charset.forName("windows-1251"));

        // When
        String decoded = PageDecoder.decode(bytes, "text/html; charset=windows-1251");

        // Then
        assertThat(decoded).endsWith(RUSSIAN);
    }

    @Test
    void sees_utf_8_under_another_name() {
        // Given
        byte[] bytes = ("<meta charset=gb2312>" + RUSSIAN).getBytes(StandardCharsets.UTF_8);

        // When
        String decoded = PageDecoder.decode(bytes, "text/html; charset=iso-8859-1");

        // Then
        assertThat(decoded).endsWith(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, Правительство утвердило новый порядок", "windows-1252, Le café a été fermé à Orléans"})
    void does_not_believe_utf_8_that_is_none(String charset, String text) {
        // Given
        byte[] bytes = ("<meta charset=utf-8><p>" + text).getBytes(Charset.forName(charset));

        // When
        String decoded = PageDecoder.decode(bytes, "text/html; charset=utf-8");

        // Then
        assertThat(decoded).endsWith(text);
    }

    @Test
    void forgives_a_character_that_was_cut() {
        // Given
        byte[] whole = RUSSIAN.repeat(10).getBytes(StandardCharsets.UTF_8);
        whole[RUSSIAN.getBytes(StandardCharsets.UTF_8).length + "<p>".length()] = 'x';

        // When
        String decoded = PageDecoder.decode(whole, "text/html; charset=utf-8");

        // Then
        assertThat(decoded).startsWith(RUSSIAN).contains("\ufffd");
    }

    @Test
    void ignores_a_charset_that_nobody_knows() {
        // When
        String decoded = PageDecoder.decode("<p>Ok".getBytes(StandardCharsets.US_ASCII), "text/html; charset=klingon!");

        // Then
        assertThat(decoded).isEqualTo("<p>Ok");
    }
}
