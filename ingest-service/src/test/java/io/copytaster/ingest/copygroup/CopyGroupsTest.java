package io.copytaster.ingest.copygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.copytaster.ingest.copy.CopyVerdict.Ruling;
import io.copytaster.ingest.copy.RandomText;
import io.copytaster.ingest.copy.SampleText;
import io.copytaster.ingest.copy.TextSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyGroupsTest {

    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");
    private static final Duration WEEK = CopyGroups.USUAL_LOOK_BACK;

    private final CopyGroups<String> groups = new CopyGroups<>();

    @Test
    void gives_all_copies_the_id_of_the_founding_article() {
        // Given
        place("wire", SampleText.RUSSIAN.withDateline(), START);
        // When
        var half = place("half", SampleText.RUSSIAN.firstHalf(), START.plusSeconds(60));
        var page = place(
                "page", SampleText.RUSSIAN.trimmed() + "\n\n" + SampleText.RUSSIAN.furniture(), START.plusSeconds(90));
        // Then
        assertThat(half.group()).isEqualTo("wire");
        assertThat(page.group()).isEqualTo("wire");
    }

    @Test
    void says_which_article_a_copy_was_recognised_by() {
        // Given
        place("wire", SampleText.FRENCH.withDateline(), START);
        // When
        var copy = place("copy", SampleText.FRENCH.text(), START.plusSeconds(60));
        // Then
        assertThat(copy.match()).satisfies(match -> {
            assertThat(match.original().article().id()).isEqualTo("wire");
            assertThat(match.verdict().ruling()).isEqualTo(Ruling.REPRINT);
        });
    }

    @Test
    void lets_every_other_text_found_its_own_group() {
        // When
        var placed = SampleText.distinct().stream()
                .map(sample -> place(sample.name(), sample.text(), START).group());
        // Then
        assertThat(placed)
                .containsExactlyElementsOf(
                        SampleText.distinct().stream().map(Enum::name).toList());
    }

    @Test
    void joins_no_groups_through_a_digest() {
        // Given
        place("one", SampleText.FRENCH.text(), START);
        String digest = SampleText.FRENCH.sentences().getFirst()
                + "\n\n"
                + SampleText.ENGLISH.sentences().getFirst()
                + "\n\n"
                + SampleText.RUSSIAN.sentences().getFirst();
        // When
        var brief = place("digest", digest, START.plusSeconds(1));
        var two = place("two", SampleText.ENGLISH.text(), START.plusSeconds(2));
        // Then
        assertThat(brief.group()).isEqualTo("digest");
        assertThat(two.group()).isEqualTo("two");
    }

    @Test
    void answers_a_repetition_with_the_same_group() {
        // Given
        place("wire", SampleText.ENGLISH.text(), START);
        place("copy", SampleText.ENGLISH.withDateline(), START.plusSeconds(5));
        // When
        var again = place("copy", SampleText.ARABIC.text(), START.plusSeconds(9));
        // Then
        assertThat(again.group()).isEqualTo("wire");
        assertThat(groups.size()).isEqualTo(2);
    }

    @Test
    void looks_back_seven_days_and_no_further() {
        // Given
        place("wire", SampleText.CHINESE.text(), START);
        // When
        var last = place("last", SampleText.CHINESE.text(), START.plus(WEEK));
        var late = place("late", SampleText.JAPANESE.text(), START.plus(WEEK));
        var tooLate = place(
                "too late",
                SampleText.JAPANESE.text(),
                START.plus(WEEK).plus(WEEK).plusMillis(1));
        // Then
        assertThat(last.group()).isEqualTo("wire");
        assertThat(late.group()).isEqualTo("late");
        assertThat(tooLate.group()).isEqualTo("too late");
        assertThat(groups.size()).isEqualTo(1);
    }

    @Test
    void keeps_the_founders_name_while_copies_keep_coming() {
        // Given
        place("wire", SampleText.ENGLISH.text(), START);
        place("copy", SampleText.ENGLISH.text(), START.plus(Duration.ofDays(6)));
        // When
        var late = place("late", SampleText.ENGLISH.text(), START.plus(Duration.ofDays(12)));
        // Then
        assertThat(late.group()).isEqualTo("wire");
    }

    @Test
    void takes_within_one_publisher_only_the_same_words_for_a_copy() {
        // Given
        groups.place(article("first", "Le Phare", SampleText.FRENCH.text(), START));
        // When
        var update = groups.place(article("update", "Le Phare", SampleText.FRENCH.trimmed(), START));
        var again = groups.place(article("again", "Le Phare", SampleText.FRENCH.text(), START));
        // Then
        assertThat(update.group()).isEqualTo("update");
        assertThat(again.group()).isEqualTo("first");
    }

    @Test
    void counts_what_it_forgets_for_lack_of_room() {
        // Given
        CopyGroups<Integer> few = new CopyGroups<>(WEEK, 300);
        Random random = new Random(7);
        // When
        for (int i = 0; i < 1_000; i++) {
            few.place(new Newcomer<>(i, null, START, TextSketch.of("", RandomText.words(random, 60))));
        }
        // Then
        assertThat(few.size()).isEqualTo(300);
        assertThat(few.forgottenEarly()).isEqualTo(700);
        assertThat(few.members())
                .first()
                .extracting(member -> member.article().id())
                .isEqualTo(700);
    }

    @Test
    void finds_the_original_among_many_articles_of_its_language() {
        // Given
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add(RandomText.words(random, 120));
            place("a" + i, texts.getLast(), START.plusSeconds(i));
        }
        // When
        var copies = List.of(0, 17, 255, 256, 257, 1_500, 2_999).stream()
                .map(i -> place("copy of " + i, "PARIS. " + texts.get(i), START.plusSeconds(4_000))
                        .group());
        // Then
        assertThat(copies).containsExactly("a0", "a17", "a255", "a256", "a257", "a1500", "a2999");
    }

    @Test
    void answers_the_same_after_a_restart_at_any_point() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        CopyGroups<String> steady = new CopyGroups<>(WEEK, 400);
        CopyGroups<String> restarted = new CopyGroups<>(WEEK, 400);
        for (int i = 0; i < 1_500; i++) {
            if (random.nextInt(100) == 0) {
                restarted = reloaded(restarted);
            }
            var article =
                    article("a" + i, "p" + random.nextInt(5), RandomText.mixed(random), START.plusSeconds(i * 600L));
            // When
            var group = steady.place(article).group();
            var same = restarted.place(article).group();
            // Then
            assertThat(same).as("seed %d, article %d", seed, i).isEqualTo(group);
        }
    }

    @Test
    void refuses_bounds_without_sense() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopyGroups<String>(WEEK, 0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopyGroups<String>(Duration.ZERO, 10))
                .withMessageContaining("got PT0S");
    }

    private static CopyGroups<String> reloaded(CopyGroups<String> groups) {
        CopyGroups<String> loaded = new CopyGroups<>(WEEK, 400);
        for (CopyMember<String> member : groups.members()) {
            Newcomer<String> kept = member.article();
            TextSketch sketch = TextSketch.ofBytes(kept.sketch().toBytes());
            loaded.restore(
                    new CopyMember<>(new Newcomer<>(kept.id(), kept.publisher(), kept.at(), sketch), member.group()));
            loaded.restore(member);
        }
        return loaded;
    }

    private Placement<String> place(String id, String text, Instant at) {
        return groups.place(article(id, "publisher of " + id, text, at));
    }

    private static Newcomer<String> article(String id, String publisher, String text, Instant at) {
        return new Newcomer<>(id, publisher, at, TextSketch.of("", text));
    }
}
