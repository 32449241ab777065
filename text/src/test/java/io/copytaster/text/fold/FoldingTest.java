package io.copytaster.text.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private static final long SEED = 20_261_125L;
    private static final int TEXTS = 3_000;
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "é",
            "e\u0301",
            "É",
            "ß",
            "İ",
            "ı",
            "ł",
            "Œ",
            "ﬁ",
            "Σ",
            "ς",
            "ά",
            "Ё",
            "й",
            "и\u0306",
            "Й",
            "ї",
            " ",
            ".",
            "санкции",
            "БРИКС",
            "сompany",
            "بُريكْس",
            "أ",
            "إ",
            "آ",
            "ى",
            "ة",
            "ی",
            "ک",
            "ـ",
            "\u200C",
            "\u200D",
            "\u00AD",
            "क\u093C",
            "क़",
            "ो",
            "中",
            "ｶﾞ",
            "カ\u3099",
            "ガ",
            "한",
            "각",
            "ᄒ\u1161\u11AB",
            "'",
            "’",
            "ʼ",
            "-",
            "–",
            "—",
            "\u00A0",
            "½",
            "…",
            "™",
            "²",
            "①",
            "٣",
            "३",
            "😀",
            "👍🏽",
            "\u202E",
            "ﷺ",
            "Ａ",
            "e\u0327\u0301",
            "\uD83D");

    @ParameterizedTest
    @CsvSource({
        "Brésil, bresil",
        "STRASSE, strasse",
        "Straße, strasse",
        "Орёл, орел",
        "Китай, китай",
        "İSTANBUL, istanbul",
        "ΣΙΣΥΦΟΣ, σισυφοσ",
        "ＧＰＵ, gpu",
        "بُرِيكْس, بريكس",
        "أمريكا, امريكا",
        "کشورهای, كشورهاي",
        "تحریم\u200Cها, تحريمها",
        "l’Inde, l'inde",
        "Guinée\u2011Bissau, guinee-bissau",
        "Afrique\u00A0du\u00A0Sud, afrique du sud",
        "٢٠٢٤, 2024",
        "GPU™, 'gpu '",
        "BRICS², 'brics '"
    })
    void gives_one_spelling_to_what_readers_take_as_the_same(String text, String expected) {
        // Given a text in the customary spelling of its language
        // When
        String folded = Folding.fold(text).toString();
        // Then
        assertThat(folded).isEqualTo(expected);
    }

    @Test
    void reads_look_alike_letters_of_the_other_script_within_a_word() {
        // Given: the first letter is Cyrillic
        String text = "сompany";
        // When
        String folded = Folding.fold(text).toString();
        // Then
        assertThat(folded).isEqualTo("company");
    }

    @Test
    void keeps_a_word_that_mixes_scripts_on_purpose() {
        // Given
        String text = "GPUшный";
        // When
        String folded = Folding.fold(text).toString();
        // Then
        assertThat(folded).isEqualTo("gpuшный");
    }

    @Test
    void folds_composed_and_decomposed_text_alike() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText(random);
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
            // When
            String one = Folding.fold(composed).toString();
            String other = Folding.fold(decomposed).toString();
            // Then
            assertThat(one).as("seed %d, text %d: %s", SEED, i, text).isEqualTo(other);
        }
    }

    @Test
    void folding_what_is_folded_changes_nothing() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String once = Folding.fold(randomText(random)).toString();
            // When
            String twice = Folding.fold(once).toString();
            // Then
            assertThat(twice).as("seed %d, text %d", SEED, i).isEqualTo(once);
        }
    }

    @Test
    void every_folded_character_leads_back_to_a_place_in_the_original() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText(random);
            // When
            FoldedText folded = Folding.fold(text);
            // Then
            int before = 0;
            for (int at = 0; at < folded.length(); at++) {
                assertThat(folded.startOf(at)).as("seed %d, text %d", SEED, i).isGreaterThanOrEqualTo(before);
                assertThat(folded.endOf(at)).isGreaterThan(folded.startOf(at)).isLessThanOrEqualTo(text.length());
                before = folded.startOf(at);
            }
        }
    }

    @Test
    void counts_an_accent_written_apart_to_its_letter() {
        // Given: e and the accent are two characters
        FoldedText folded = Folding.fold("e\u0301t");
        // When
        int end = folded.endOf(0);
        // Then
        assertThat(end).isEqualTo(2);
    }

    @Test
    void survives_half_a_surrogate_pair() {
        // Given
        String text = "BRICS\uD83D!";
        // When
        String folded = Folding.fold(text).toString();
        // Then
        assertThat(folded).startsWith("brics");
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
