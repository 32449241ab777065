package io.copytaster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.cli.terminal.CommandFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\":\"a\"}\n{\"headline\":\"б\"}\n",
                "[{\"headline\":\"a\"},{\"headline\":\"б\"}]",
                "{\n  \"headline\": \"a\"\n}\n\n{\"headline\":\"б\"}"
            })
    void finds_every_article_whatever_way_they_are_put_together(String text) {
        // When
        List<String> articles = ArticleFiles.split(text);

        // Then
        assertThat(articles).containsExactly("{\"headline\":\"a\"}", "{\"headline\":\"б\"}");
    }

    @Test
    void says_how_far_it_came_when_a_text_is_no_json() {
        // When, Then
        assertThatThrownBy(() -> ArticleFiles.split("{\"headline\":\"a\"}\n{headline"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("after 1 of them");
    }
}
