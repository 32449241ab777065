package io.copytaster.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    private static final long SEED = 7_747L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l'Inde et la Russie | l Inde et la Russie",
                "Putin'in sözcüsü | Putin in sözcüsü",
                "Rosneft-led deal | Rosneft led deal",
                "купили 10 GPU H100 | купили 10 GPU H100",
                "俄罗斯GPU卡 | 俄 罗 斯 GPU 卡",
                "ロシアの制裁 | ロ シ ア の 制 裁",
                "러시아는 | 러 시 아 는",
                "รัสเซีย | รั ส เ ซี ย",
                "प्रतिबंधों पर | प्रतिबंधों पर",
                "التحريم‌ها هند | التحريم‌ها هند",
                "#BRICS @NATO | BRICS NATO"
            })
    void cuts_words_where_there_are_spaces_and_characters_where_there_are_none(String text, String expected) {
        // Given a text of the script
        // When
        Tokens tokens = Tokenizer.tokenize(text);
        // Then
        assertThat(originals(tokens)).isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void sees_sentences_but_not_in_abbreviations() {
        // Given
        Tokens tokens = Tokenizer.tokenize("The U.S. met J. Smith. Then it rained! Да? 是。不");
        // When
        List<Integer> sentences =
                IntStream.range(0, tokens.count()).mapToObj(tokens::sentence).toList();
        // Then
        assertThat(sentences).isEqualTo(List.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4));
    }

    @Test
    void stops_a_name_at_a_comma_and_joins_it_over_a_hyphen() {
        // Given
        Tokens tokens = Tokenizer.tokenize("Chine, Inde-Russie Sud U.S");
        // When
        List<Gap> gaps =
                IntStream.range(0, tokens.count()).mapToObj(tokens::gap).toList();
        // Then
        assertThat(gaps).isEqualTo(List.of(Gap.STOP, Gap.STOP, Gap.JOINED, Gap.SPACE, Gap.SPACE, Gap.DOT));
    }

    @Test
    void yields_nothing_for_addresses_and_endless_runs() {
        // Given
        String text = "see https://nvidia.com/gpu?q=BRICS or www.putin.ru " + "QUJD".repeat(300) + " end";
        // When
        Tokens tokens = Tokenizer.tokenize(text);
        // Then
        assertThat(originals(tokens)).isEqualTo(List.of("see", "or", "end"));
    }

    @Test
    void one_token_of_a_megabyte_is_no_token() {
        // Given
        String text = "x".repeat(1024 * 1024);
        // When
        Tokens tokens = Tokenizer.tokenize(text);
        // Then
        assertThat(tokens.count()).isZero();
    }

    @Test
    void equal_tokens_have_equal_hashes_wherever_they_stand() {
        // Given
        Tokens one = Tokenizer.tokenize("Brésil");
        Tokens other = Tokenizer.tokenize("au BRESIL,");
        // When
        long hash = other.hash(1);
        // Then
        assertThat(hash).isEqualTo(one.hash(0));
    }

    @Test
    void tokens_stand_in_order_and_never_lack_a_character() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(30, 0, 0x3100)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            // When
            Tokens tokens = Tokenizer.tokenize(text);
            // Then
            int start = 0;
            for (int token = 0; token < tokens.count(); token++) {
                assertThat(tokens.start(token)).as("seed %d, text %d", SEED, i).isGreaterThanOrEqualTo(start);
                assertThat(tokens.end(token)).isGreaterThan(tokens.start(token));
                start = tokens.start(token);
            }
        }
    }

    private static List<String> originals(Tokens tokens) {
        return IntStream.range(0, tokens.count()).mapToObj(tokens::original).toList();
    }
}
