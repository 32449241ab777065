package io.copytaster.text.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    private static final long SEED = 42L;

    @Test
    void counts_as_unicode_counts_at_every_whole_character() {
        // Given: halves of pairs may stand alone
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String text = randomText(random);
            // When
            CodePoints points = CodePoints.of(text);
            // Then
            for (int unit = 0; unit <= text.length(); unit = next(text, unit)) {
                assertThat(points.at(unit))
                        .as("seed %d, text %d, unit %d", SEED, i, unit)
                        .isEqualTo(text.codePointCount(0, unit));
            }
        }
    }

    private static int next(String text, int unit) {
        return unit == text.length() ? unit + 1 : text.offsetByCodePoints(unit, 1);
    }

    @Test
    void quotes_the_surroundings_up_to_the_number_of_code_points() {
        // Given
        CodePoints points = CodePoints.of("abc😀BRICS😀def");
        // When
        String before = points.before(5, 2);
        String after = points.after(10, 2);
        // Then
        assertThat(before + "|" + after).isEqualTo("c😀|😀d");
    }

    @Test
    void cuts_no_letter_from_its_accent_and_no_emoji_from_its_tone() {
        // Given
        CodePoints points = CodePoints.of("xe\u0301BRICS👍🏽y");
        // When: a single code point would be the accent alone, or a hand without its tone
        String before = points.before(3, 1);
        String after = points.after(8, 1);
        // Then
        assertThat(before + "|" + after).isEqualTo("|");
    }

    @Test
    void ends_where_the_text_ends() {
        // Given
        CodePoints points = CodePoints.of("BRICS");
        // When
        String around = points.before(0, 32) + points.after(5, 32);
        // Then
        assertThat(around).isEmpty();
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(0x1F600 + random.nextInt(50));
                case 1 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
