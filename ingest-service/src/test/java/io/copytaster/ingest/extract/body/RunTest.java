package io.copytaster.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

    private static final Box BOX = new Box("p", Set.of(), null, 0, 0);

    @ParameterizedTest
    @CsvSource({"'', 0", "'a b-c', 3", "'l’été 2026', 8", "'Мост', 4", "图书, 6", "かな, 6", "' .!', 0"})
    void weighs_what_there_is_to_read(String text, int letters) {
        // When
        int counted = Run.letters(text);

        // Then
        assertThat(counted).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It rained.", "“It rained.”", "Il a plu !", "下雨了。", "أمطرت؟", "वर्षा हुई।", "(It rained.)"})
    void knows_the_end_of_a_sentence_in_any_script(String text) {
        // When
        Run run = Run.of(text, BOX, 0);

        // Then
        assertThat(run.endsSentence()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0", "10, 5, 0.5", "10, 10, 1", "0, 5, 0"})
    void keeps_the_share_of_links_between_none_and_all(int letters, int linked, double share) {
        // When
        Run run = new Run("x", BOX, letters, linked);

        // Then
        assertThat(run.linkShare()).isEqualTo(share);
    }
}
