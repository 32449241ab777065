package io.copytaster.text.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.text.token.Tokenizer;
import io.copytaster.text.token.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseAutomatonTest {

    private static final long SEED = 205_012L;

    @Test
    void finds_nested_and_overlapping_phrases() {
        // Given
        PhraseAutomaton automaton = automaton("Afrique", "Afrique du Sud", "Sud", "du Sud est");
        // When
        List<String> found = find(automaton, "L'Afrique du Sud est loin");
        // Then
        assertThat(found).containsExactlyInAnyOrder("Afrique", "Afrique du Sud", "Sud", "du Sud est");
    }

    @Test
    void does_not_cross_a_comma_or_the_end_of_a_sentence() {
        // Given
        PhraseAutomaton automaton = automaton("Grand Prix");
        // When
        List<String> found = find(automaton, "Grand, Prix. Un Grand. Prix\nGrand\nPrix");
        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void finds_nothing_inside_words() {
        // Given
        PhraseAutomaton automaton = automaton("Oman", "BRICS", "Iran");
        // When
        List<String> found = find(automaton, "a woman buys fabrics from Miranda");
        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void finds_chinese_names_without_spaces() {
        // Given
        PhraseAutomaton automaton = automaton("普京", "俄罗斯", "弗拉基米尔·普京");
        // When
        List<String> found = find(automaton, "俄罗斯总统弗拉基米尔·普京命令");
        // Then
        assertThat(found).containsExactlyInAnyOrder("俄罗斯", "弗拉基米尔·普京", "普京");
    }

    @Test
    void begins_korean_names_at_the_beginning_of_words_only() {
        // Given
        PhraseAutomaton automaton = automaton("이란");
        // When
        List<String> found = find(automaton, "이란은 사람이란 말");
        // Then
        assertThat(found).isEqualTo(List.of("이란"));
    }

    @Test
    void gives_phrases_with_equal_folded_tokens_one_number() {
        // Given
        PhraseAutomatonBuilder builder = new PhraseAutomatonBuilder();
        int number = builder.add(Tokenizer.tokenize("Brésil"));
        // When
        int again = builder.add(Tokenizer.tokenize("BRESIL"));
        // Then
        assertThat(again).isEqualTo(number);
    }

    @Test
    void refuses_a_phrase_without_letters() {
        // Given
        PhraseAutomatonBuilder builder = new PhraseAutomatonBuilder();
        Tokens nothing = Tokenizer.tokenize("…!");
        // When, Then
        assertThatThrownBy(() -> builder.add(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("…!");
    }

    @Test
    void finds_exactly_what_a_naive_search_finds() {
        // Given
        Random random = new Random(SEED);
        Set<String> phrases = new HashSet<>();
        while (phrases.size() < 4_000) {
            phrases.add(randomWords(random, 1 + random.nextInt(3)));
        }
        PhraseAutomaton automaton = automaton(phrases.toArray(String[]::new));
        for (int i = 0; i < 200; i++) {
            String text = randomWords(random, 60);
            // When
            List<String> found = find(automaton, text);
            // Then
            assertThat(found).as("seed %d, text %d", SEED, i).containsExactlyInAnyOrderElementsOf(naive(phrases, text));
        }
    }

    private static List<String> naive(Set<String> phrases, String text) {
        List<String> words = List.of(text.split(" "));
        List<String> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + 3); to++) {
                String candidate = String.join(" ", words.subList(from, to));
                if (phrases.contains(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private static String randomWords(Random random, int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(i -> Integer.toString(random.nextInt(200), 36))
                        .toList());
    }

    private static PhraseAutomaton automaton(String... phrases) {
        PhraseAutomatonBuilder builder = new PhraseAutomatonBuilder();
        for (String phrase : phrases) {
            builder.add(Tokenizer.tokenize(phrase));
        }
        return builder.build();
    }

    private static List<String> find(PhraseAutomaton automaton, String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> found = new ArrayList<>();
        automaton.find(
                tokens, (first, last, phrase) -> found.add(text.substring(tokens.start(first), tokens.end(last))));
        return found;
    }
}
