package io.copytaster.enrichment.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "\uDE00b", "\uD83D\uD83D\uDE00"})
    void complains_about_half_a_character(String text) {
        // Given a text with half a surrogate pair
        // When
        var complaint = ArticleRules.complaint(text);
        // Then
        assertThat(complaint)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("half a surrogate pair"));
    }

    @Test
    void complains_about_nul() {
        // Given
        String text = "a\u0000b";
        // When
        var complaint = ArticleRules.complaint(text);
        // Then
        assertThat(complaint)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("NUL"));
    }

    @Test
    void has_no_complaint_about_any_whole_character() {
        // Given
        String text = "Привет 😀 \u202E\u200D";
        // When
        var complaint = ArticleRules.complaint(text);
        // Then
        assertThat(complaint).isEmpty();
    }

    @Test
    void stores_lines_as_unix_ends_them() {
        // Given
        String text = "a\r\nb\nc";
        // When
        String stored = ArticleRules.stored(text);
        // Then
        assertThat(stored).isEqualTo("a\nb\nc");
    }
}
