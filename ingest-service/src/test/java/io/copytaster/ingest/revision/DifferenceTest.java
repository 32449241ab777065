package io.copytaster.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.copytaster.ingest.article.ArticleText;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @Test
    void tells_added_removed_and_kept_sentences_and_where_the_change_begins() {
        // Given
        var before = print("Titre", "Un \ud83d\ude00 deux. Trois quatre! Cinq?");
        var after = print("Titre", "Un \ud83d\ude00 deux. Autre chose! Et plus. Cinq?");

        // When
        var difference = Difference.between(before, after);

        // Then
        assertThat(difference).isEqualTo(new Difference(false, 2, 1, 2, 11, 30, 38));
        assertThat(difference.words()).isEqualTo("2 sentences added, 1 removed");
    }

    @Test
    void tells_a_new_headline_over_the_same_body() {
        // When
        var difference = Difference.between(print("Un", "Corps."), print("Deux", "Corps."));

        // Then
        assertThat(difference).isEqualTo(new Difference(true, 0, 0, 1, null, 6, 6));
        assertThat(difference.words()).isEqualTo("headline changed");
    }

    @Test
    void sentences_that_moved_are_kept() {
        // When
        var difference = Difference.between(print("", "Un. Deux."), print("", "Deux. Un."));

        // Then
        assertThat(difference).returns(2, Difference::sentencesKept).returns(0, Difference::firstChangeAt);
        assertThat(difference.words()).isEqualTo("sentences in another order");
    }

    @Test
    void a_text_that_was_cut_changes_at_its_end() {
        // When
        var difference = Difference.between(print("", "Un. Deux. Trois."), print("", "Un. Deux. "));

        // Then
        assertThat(difference).isEqualTo(new Difference(false, 0, 1, 2, 10, 16, 10));
        assertThat(difference.words()).isEqualTo("1 sentence removed");
    }

    @Test
    void repeated_sentences_count_as_often_as_they_stand() {
        // When
        var difference = Difference.between(print("", "Ha! Ha! Ho!"), print("", "Ha! Ha! Ha!"));

        // Then
        assertThat(difference).returns(1, Difference::sentencesAdded).returns(1, Difference::sentencesRemoved);
    }

    @Test
    void white_space_and_normal_form_change_nothing() {
        // When
        var difference = Difference.between(
                print("E\u0301te\u0301", "Un  deux.\n\nTrois\u0301."),
                print("Ete\u0301".replace("Et", "\u00c9t"), " Un deux. Trois\u0301."));

        // Then
        assertThat(difference)
                .returns(false, Difference::headlineChanged)
                .returns(2, Difference::sentencesKept)
                .returns(null, Difference::firstChangeAt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Three? | 3",
                "He said \"One.\" Then left. | 2",
                "3.5 percent | 1",
                "今日は。明日は！昨日は？ | 3",
                "「終わった。」と言った。 | 2",
                "ما هذا؟ لا أعلم. | 2",
                "यह है। वह था। | 2",
                "No mark at all | 1"
            })
    void a_sentence_ends_where_its_script_ends_it(String body, int sentences) {
        assertThat(print("", body).sentences()).isEqualTo(sentences);
    }

    @Test
    void an_empty_body_has_no_sentence() {
        assertThat(print("Titre", "").sentences()).isZero();
        assertThat(Difference.between(print("Titre", ""), print("Titre", "")).words())
                .isEqualTo("the same sentences");
    }

    @Test
    void a_fingerprint_survives_as_bytes_within_its_bound() {
        // Given
        var body = IntStream.range(0, 5_000).mapToObj(i -> "Satz " + i + ".").collect(Collectors.joining(" "));
        var print = print("Titel", body);

        // When
        var bytes = print.toBytes();

        // Then
        assertThat(bytes).hasSize(TextPrint.LARGEST);
        assertThat(TextPrint.ofBytes(bytes)).isEqualTo(print).hasSameHashCodeAs(print);
        assertThat(print.length()).isEqualTo(body.length());
    }

    @Test
    void other_bytes_are_refused() {
        for (var bytes : Arrays.asList(new byte[0], new byte[9], new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0})) {
            assertThatIllegalArgumentException().isThrownBy(() -> TextPrint.ofBytes(bytes));
        }
    }

    @Test
    void the_sentences_of_any_text_add_up_to_its_length() {
        // Given
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var body = random.ints(random.nextInt(300), 0, 12)
                    .mapToObj(i -> "a .!。\n\"»\ud83d\ude00b\u0301؟x"
                            .codePoints()
                            .skip(i)
                            .limit(1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining());
            // When
            var print = print("", body);
            // Then
            assertThat(print.length()).as("seed %d", seed).isEqualTo(body.codePointCount(0, body.length()));
        }
    }

    private static TextPrint print(String headline, String body) {
        return TextPrint.of(new ArticleText(headline, body));
    }
}
