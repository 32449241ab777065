package io.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.source.FeedDraft.Filing;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDraftTest {

    private static final String URL = "https://Gazette.Example:8443/feed";

    @Test
    void knows_its_host_in_lower_case_and_without_port() {
        assertThat(draft(URL, null).host()).isEqualTo("gazette.example");
        assertThat(draft("http://[::1]/feed", null).host()).isEqualTo("[::1]");
    }

    @Test
    void moves_with_all_that_its_owner_wants() {
        // Given
        var filing = new Filing(List.of("Press", "France"), FullText.PAGE, false);
        var draft = new FeedDraft(URL, "title", "publisher", "fr", filing);

        // When
        var moved = draft.at("https://new.example/feed");

        // Then
        assertThat(moved).isEqualTo(new FeedDraft("https://new.example/feed", "title", "publisher", "fr", filing));
    }

    @Test
    void refuses_what_cannot_be_kept() {
        var nul = "a\0b";
        assertThatThrownBy(() -> draft(URL, nul)).hasMessageContaining("NUL in title");
        assertThatThrownBy(() -> new FeedDraft(URL, null, nul, null, Filing.USUAL))
                .hasMessageContaining("publisher");
        assertThatThrownBy(() -> new FeedDraft(URL, null, null, nul, Filing.USUAL))
                .hasMessageContaining("language");
        assertThatThrownBy(() -> new Filing(List.of(nul), FullText.AUTO, true)).hasMessageContaining("each folder");
    }

    @Test
    void refuses_what_is_too_long_and_says_how_long_it_is() {
        assertThatThrownBy(() -> draft(URL, "t".repeat(501))).hasMessageContaining("title, got 501");
        assertThatThrownBy(() -> draft(URL + "x".repeat(2048), null)).hasMessageContaining("url, got");
        assertThatThrownBy(() -> new Filing(Collections.nCopies(17, "f"), FullText.AUTO, true))
                .hasMessage("expected at most 16 folders, got 17");
    }

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "Feed, FEED", "PAGE, PAGE"})
    void full_text_has_words_in_any_case(String word, FullText meant) {
        assertThat(FullText.ofWord(word)).contains(meant);
        assertThat(FullText.ofWord(meant.word())).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "full", "auto ", "null"})
    void another_word_means_no_full_text(String word) {
        assertThat(FullText.ofWord(word)).isEmpty();
    }

    @Test
    void a_move_is_believed_after_equal_answers_in_a_row() {
        // Given
        var once = new Move("https://new.example/feed", 1);

        // When
        var thrice = once.again("https://new.example/feed").again("https://new.example/feed");

        // Then
        assertThat(thrice.times()).isEqualTo(Move.BELIEVED);
        assertThat(thrice.again("https://other.example/feed")).isEqualTo(new Move("https://other.example/feed", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f_",
                "f_AAAAAAAAAAAAAAAAAAAAAAAAAA",
                "x_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "f_aaaaaaaaaaaaaaaaaaaaaaaaa1"
            })
    void what_is_no_identity_is_refused(String text) {
        assertThat(FeedId.isFeedId(text)).isFalse();
        assertThatThrownBy(() -> new FeedId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void identities_are_by_chance() {
        assertThat(FeedId.next()).isNotEqualTo(FeedId.next());
        assertThat(FeedId.isFeedId(FeedId.next().toString())).isTrue();
    }

    private static FeedDraft draft(String url, @Nullable String title) {
        return new FeedDraft(url, title, null, null, Filing.USUAL);
    }
}
