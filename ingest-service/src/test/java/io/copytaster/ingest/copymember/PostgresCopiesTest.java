package io.copytaster.ingest.copymember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.copy.RandomText;
import io.copytaster.ingest.copy.SampleText;
import io.copytaster.ingest.copy.TextSketch;
import io.copytaster.ingest.copygroup.CopyGroups;
import io.copytaster.ingest.copygroup.CopyMember;
import io.copytaster.ingest.copygroup.Newcomer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Copy groups in a real database, by several instances at once. */
class PostgresCopiesTest {

    /** Far ahead, where the housekeeping of the service beside finds nothing outdated. */
    private static final Instant START = Instant.parse("2100-05-04T09:00:00Z");

    private static final Duration WEEK = Duration.ofDays(7);

    private final IngestServer service = IngestServer.shared();
    private final JdbcClient jdbc = service.part(JdbcClient.class);
    private final PlatformTransactionManager transactions = service.part(PlatformTransactionManager.class);
    private final Copies copies = instance();

    @BeforeEach
    void forgetAll() {
        jdbc.sql("delete from copy_member").update();
    }

    @Test
    void copies_at_other_publishers_share_the_founders_group() {
        // Given
        place(article("wire", "Agence", SampleText.FRENCH.withDateline(), START));

        // When
        var half = place(article("half", "Le Phare", SampleText.FRENCH.firstHalf(), START.plusSeconds(60)));

        // Then
        assertThat(half).isEqualTo(id("wire"));
    }

    @Test
    void other_texts_found_groups_of_their_own() {
        // When
        var groups = copies.place(SampleText.distinct().stream()
                .map(sample -> article(sample.name(), sample.name(), sample.text(), START))
                .toList());

        // Then
        assertThat(groups).allSatisfy((article, group) -> assertThat(group).isEqualTo(article));
    }

    @Test
    void within_one_publisher_only_the_same_words_are_a_copy() {
        // Given
        place(article("first", "Le Phare", SampleText.FRENCH.text(), START));

        // When
        var update = place(article("update", "Le Phare", SampleText.FRENCH.trimmed(), START));
        var again = place(article("again", "Le Phare", SampleText.FRENCH.text(), START));

        // Then
        assertThat(update).isEqualTo(id("update"));
        assertThat(again).isEqualTo(id("first"));
    }

    @Test
    void a_newcomer_sees_those_before_it_in_the_same_round() {
        // When
        var groups = copies.place(List.of(
                article("one", "a", SampleText.ARABIC.text(), START),
                article("two", "b", SampleText.ARABIC.withDateline(), START)));

        // Then
        assertThat(groups).containsEntry(id("two"), id("one"));
    }

    @Test
    void a_repetition_keeps_its_group_whatever_its_text_is_now() {
        // Given
        place(article("wire", "a", SampleText.ENGLISH.text(), START));
        place(article("copy", "b", SampleText.ENGLISH.withDateline(), START));

        // When
        var again = place(article("copy", "b", SampleText.THAI.text(), START));
        var brief = place(article("copy", "b", "Two words", START));

        // Then
        assertThat(List.of(again, brief)).containsOnly(id("wire"));
    }

    @Test
    void a_placement_stays_when_the_decision_around_it_fails() {
        // Given
        var decision = new TransactionTemplate(transactions);
        place(article("wire", "a", SampleText.ENGLISH.text(), START));

        // When
        assertThatThrownBy(() -> decision.execute(_ -> {
                    place(article("copy", "b", SampleText.ENGLISH.text(), START));
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        place(article("other", "c", SampleText.ENGLISH.text(), START));

        // Then
        assertThat(place(article("copy", "b", SampleText.ENGLISH.text(), START)))
                .isEqualTo(id("wire"));
    }

    @Test
    void a_copy_is_recognised_for_seven_days_and_no_longer() {
        // Given
        place(article("wire", "a", SampleText.CHINESE.text(), START));

        // When
        var last = place(article("last", "b", SampleText.CHINESE.text(), START.plus(WEEK)));
        place(article("japanese", "a", SampleText.JAPANESE.text(), START.plus(WEEK)));
        var late = place(article(
                "late",
                "b",
                SampleText.JAPANESE.text(),
                START.plus(WEEK).plus(WEEK).plusMillis(1)));

        // Then
        assertThat(last).isEqualTo(id("wire"));
        assertThat(late).isEqualTo(id("late"));
    }

    @Test
    void what_is_outdated_is_forgotten_in_the_database_too() {
        // Given
        place(article("old", "a", SampleText.ENGLISH.text(), START));
        place(article("young", "a", SampleText.FRENCH.text(), START.plus(WEEK)));

        // When
        int forgotten = copies.forgetOutdated(START.plus(WEEK).plusSeconds(1), 100);

        // Then
        assertThat(forgotten).isPositive();
        assertThat(jdbc.sql("select article_id from copy_member")
                        .query(String.class)
                        .list())
                .contains(id("young").value())
                .doesNotContain(id("old").value());
    }

    @Test
    void another_instance_and_a_restarted_one_see_the_same_members() {
        // Given
        var other = instance();
        other.place(List.of(article("russian", "a", SampleText.RUSSIAN.text(), START)));
        place(article("wire", "a", SampleText.ENGLISH.text(), START));

        // When
        var there = other.place(List.of(article("copy", "b", SampleText.ENGLISH.text(), START)));
        var restarted = instance().place(List.of(article("late", "c", SampleText.ENGLISH.text(), START)));

        // Then
        assertThat(there).containsEntry(id("copy"), id("wire"));
        assertThat(restarted).containsEntry(id("late"), id("wire"));
    }

    @Test
    void copies_that_come_to_two_instances_at_once_end_in_one_group() {
        // Given
        var instances = List.of(copies, instance());
        var texts = SampleText.distinct();

        // When
        var placed = IntStream.range(0, 12 * texts.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> instances
                                .get(i % 2)
                                .place(List.of(article(
                                        "c" + i,
                                        "p" + i,
                                        texts.get(i % texts.size()).text(),
                                        START))),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        for (int text = 0; text < texts.size(); text++) {
            int first = text;
            assertThat(IntStream.range(0, placed.size())
                            .filter(i -> i % texts.size() == first)
                            .mapToObj(i -> placed.get(i).get(id("c" + i)))
                            .distinct())
                    .as(texts.get(text).name())
                    .hasSize(1);
        }
    }

    @Test
    void members_found_on_the_log_are_restored_with_the_group_that_the_log_has() {
        // Given
        var lost = new CopyMember<>(article("lost", "a", SampleText.THAI.text(), START), id("founder"));

        // When
        int first = copies.restore(List.of(lost));
        int again = copies.restore(List.of(lost));

        // Then
        assertThat(List.of(first, again)).containsExactly(1, 0);
        assertThat(place(article("copy", "b", SampleText.THAI.text(), START))).isEqualTo(id("founder"));
    }

    @Test
    void members_with_a_sketch_of_another_version_are_passed_over() {
        // Given
        place(article("wire", "a", SampleText.ENGLISH.text(), START));
        jdbc.sql("update copy_member set sketch = set_byte(sketch, 0, 99)").update();

        // When
        var group = place(article("copy", "b", SampleText.ENGLISH.text(), START));

        // Then
        assertThat(group).isEqualTo(id("copy"));
    }

    @Test
    void random_texts_get_the_groups_that_the_reference_gives_them() {
        // Given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var reference = new CopyGroups<ArticleId>(WEEK, 1_000);
        var instances = new ArrayList<>(List.of(instance(1_000), instance(1_000)));
        for (int round = 0; round < 120; round++) {
            int from = round * 20;
            var wave = IntStream.range(from, from + 1 + random.nextInt(20))
                    .mapToObj(i -> article("r" + i, "p" + random.nextInt(4), text(random), START.plusSeconds(i * 600L)))
                    .toList();
            if (random.nextInt(20) == 0) {
                instances.set(random.nextInt(2), instance(1_000));
            }
            // When
            var groups = instances.get(random.nextInt(2)).place(wave);
            // Then
            for (var article : wave) {
                assertThat(groups.get(article.id()))
                        .as("seed %d, article %s", seed, article.id())
                        .isEqualTo(reference.place(article).group());
            }
        }
    }

    private static String text(Random random) {
        return random.nextBoolean() ? RandomText.mixed(random) : RandomText.words(random, 20 + random.nextInt(100));
    }

    private ArticleId place(Newcomer<ArticleId> newcomer) {
        return copies.place(List.of(newcomer)).getOrDefault(newcomer.id(), id("nowhere"));
    }

    private Copies instance() {
        return instance(1_000_000);
    }

    private Copies instance(int capacity) {
        return new PostgresCopies(
                new PostgresMembers(jdbc),
                transactions,
                new CopiesSettings(WEEK, capacity),
                Clock.fixed(START, ZoneOffset.UTC));
    }

    private static ArticleId id(String name) {
        return ArticleId.ofUrl("https://copies.example/" + name);
    }

    private static Newcomer<ArticleId> article(String name, @Nullable String publisher, String text, Instant at) {
        return new Newcomer<>(id(name), publisher, at, TextSketch.of("", text));
    }
}
