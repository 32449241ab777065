package io.copytaster.ingest.copygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.copy.SampleText;
import io.copytaster.ingest.copy.TextSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyChoiceTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final CopyChoice choice = new CopyChoice(Duration.ofDays(7));

    @Test
    void prefers_the_closest_candidate_wherever_it_stands() {
        // Given
        var half = member(
                "half",
                SampleText.ENGLISH.firstHalf() + "\n\n"
                        + SampleText.FRENCH.sentences().getFirst());
        var same = member("same", SampleText.ENGLISH.text());
        // When
        var best = choice.best(newcomer(null, SampleText.ENGLISH.text(), NOON), List.of(half, same));
        // Then
        assertThat(best).map(match -> match.original().group()).contains("same");
    }

    @Test
    void prefers_the_first_among_equals() {
        // Given
        var one = member("one", SampleText.ARABIC.text());
        var two = member("two", SampleText.ARABIC.text());
        // When
        var best = choice.best(newcomer(null, SampleText.ARABIC.text(), NOON), List.of(one, two));
        // Then
        assertThat(best).map(match -> match.original().group()).contains("one");
    }

    @Test
    void finds_nothing_where_nothing_resembles() {
        // When
        var best = choice.best(
                newcomer(null, SampleText.ARABIC.text(), NOON), List.of(member("a", SampleText.THAI.text())));
        // Then
        assertThat(best).isEmpty();
    }

    @Test
    void takes_articles_without_a_publisher_for_those_of_different_ones() {
        // Given
        var unknown = member("unknown", SampleText.FRENCH.text());
        // When
        var best = choice.best(newcomer(null, SampleText.FRENCH.withDateline(), NOON), List.of(unknown));
        // Then
        assertThat(best).isPresent();
    }

    @Test
    void looks_as_far_ahead_as_back_since_articles_arrive_out_of_order() {
        // Given
        var member = member("later", SampleText.FRENCH.text());
        // When
        var near =
                choice.best(newcomer(null, SampleText.FRENCH.text(), NOON.minus(Duration.ofDays(7))), List.of(member));
        var far =
                choice.best(newcomer(null, SampleText.FRENCH.text(), NOON.minus(Duration.ofDays(8))), List.of(member));
        // Then
        assertThat(near).isPresent();
        assertThat(far).isEmpty();
    }

    private static CopyMember<String> member(String id, String text) {
        return new CopyMember<>(new Newcomer<>(id, null, NOON, TextSketch.of("", text)), id);
    }

    private static Newcomer<String> newcomer(@Nullable String publisher, String text, Instant at) {
        return new Newcomer<>("newcomer", publisher, at, TextSketch.of("", text));
    }
}
