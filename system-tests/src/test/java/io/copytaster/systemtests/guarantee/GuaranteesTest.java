package io.copytaster.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.ArticleSummary;
import io.copytaster.event.WatchMatched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each promise turns red when the pipeline has the bug that it is there for. */
class GuaranteesTest {

    private static final UnaryOperator<List<ArticleEnriched>> SOUND = UnaryOperator.identity();

    @Test
    void a_sound_run_keeps_all_promises() {
        // When
        Guarantee.holdAll(run(SOUND, List.of(webhook("d1", "a1", "r2", "{}"))));
    }

    @Test
    void nothing_lost_sees_a_record_that_was_acknowledged_before_it_was_on_the_log() {
        // Given
        var run = run(enriched -> enriched.subList(0, enriched.size() - 1), List.of());

        // When
        var violations = new NothingLost().violations(run);

        // Then
        assertThat(violations).contains("acknowledged and never enriched: r3");
    }

    @Test
    void nothing_lost_sees_an_offset_that_was_committed_before_the_delivery() {
        // Given
        var run = run(SOUND, List.of());

        // When
        var violations = new NothingLost().violations(run);

        // Then
        assertThat(violations).containsExactly("matched and never told: r2");
    }

    @Test
    void nothing_lost_sees_an_alert_that_was_only_ever_refused() {
        // Given
        var refused = new ReceivedWebhook("d1", "a1", "r2", "{}", true, false);

        // When
        var violations = new NothingLost().violations(run(SOUND, List.of(refused)));

        // Then
        assertThat(violations).containsExactly("matched and never told: r2");
    }

    @Test
    void order_per_key_sees_a_revision_that_overtook_another() {
        // Given
        var run = run(
                enriched -> {
                    var shuffled = new ArrayList<>(enriched);
                    Collections.swap(shuffled, 0, 1);
                    return shuffled;
                },
                List.of());

        // When
        var violations = new OrderPerKey().violations(run);

        // Then
        assertThat(violations).isNotEmpty().first().asString().contains("r2 of a1 follows null");
    }

    @Test
    void alert_once_sees_a_seen_set_that_was_not_rebuilt() {
        // Given
        var run = run(
                enriched -> {
                    var twice = new ArrayList<>(enriched);
                    twice.add(enriched.getFirst());
                    return twice;
                },
                List.of());

        // When
        var violations = new AlertOnce().violations(run);

        // Then
        assertThat(violations).containsExactly("enriched 2 times: r1");
    }

    @Test
    void alert_once_sees_an_id_that_is_made_anew_for_each_attempt() {
        // Given
        var run = run(SOUND, List.of(webhook("d1", "a1", "r2", "{}"), webhook("d2", "a1", "r2", "{}")));

        // When
        var violations = new AlertOnce().violations(run);

        // Then
        assertThat(violations).containsExactly("2 webhook-ids for the article a1");
    }

    @Test
    void alert_once_sees_a_body_that_is_rendered_anew_for_each_attempt() {
        // Given
        var run = run(SOUND, List.of(webhook("d1", "a1", "r2", "{}"), webhook("d1", "a1", "r2", "{ }")));

        // When
        var violations = new AlertOnce().violations(run);

        // Then
        assertThat(violations).containsExactly("2 bodies for the webhook-id d1");
    }

    @Test
    void broken_promises_name_the_offending_keys() {
        // Given
        var run = run(SOUND, List.of());

        // When
        assertThatThrownBy(() -> Guarantee.holdAll(run))
                // Then
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("r2");
    }

    private static Run run(UnaryOperator<List<ArticleEnriched>> bug, List<ReceivedWebhook> received) {
        var enriched = List.of(enriched("a1", "r1", null), enriched("a1", "r2", "r1"), enriched("a2", "r3", null));
        return new Run(Set.of("r1", "r2", "r3"), Set.of("r2"), bug.apply(enriched), matched("r2"), received);
    }

    private static ArticleEnriched enriched(String articleId, String revisionId, @Nullable String previous) {
        return ArticleEnriched.newBuilder()
                .setArticle(ArticleIngested.newBuilder()
                        .setArticleId(articleId)
                        .setRevisionId(revisionId)
                        .setPreviousRevisionId(previous)
                        .build())
                .build();
    }

    private static List<WatchMatched> matched(String... revisionIds) {
        return IntStream.range(0, revisionIds.length)
                .mapToObj(i -> WatchMatched.newBuilder()
                        .setMatchId("m" + i)
                        .setArticle(ArticleSummary.newBuilder()
                                .setRevisionId(revisionIds[i])
                                .build())
                        .build())
                .toList();
    }

    private static ReceivedWebhook webhook(String id, String articleId, String revisionId, String body) {
        return new ReceivedWebhook(id, articleId, revisionId, body, true, true);
    }
}
