package io.copytaster.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.health.Condition;
import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.pace.Pace;
import io.copytaster.ingest.pace.Wish;
import io.copytaster.ingest.pace.Wish.Force;
import io.copytaster.ingest.poll.EntryTally.Fate;
import io.copytaster.ingest.source.FeedChange;
import io.copytaster.ingest.source.FeedState;
import io.copytaster.ingest.source.Move;
import io.copytaster.ingest.source.Validators;
import io.copytaster.ingest.syndication.Feed;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import io.copytaster.ingest.syndication.FeedDocument;
import io.copytaster.ingest.syndication.FeedEntry;
import io.copytaster.ingest.syndication.FeedReading;
import io.copytaster.ingest.volume.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AftermathTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Validators FULL = new Validators("\"v1\"", null, "hash", START, 0);
    private static final Pace.Bounds BOUNDS =
            new Pace.Bounds(Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofHours(6), DAY);

    private final Aftermath aftermath = new Aftermath(new Pace(BOUNDS, new Random(7)), 30);
    private final List<FeedChange> told = new ArrayList<>();
    private FeedState state = FeedState.start(START);
    private Instant now = START;

    @Test
    void a_document_makes_healthy_and_replaces_the_validators() {
        // When
        read(0);

        // Then
        assertThat(state.health().condition()).isEqualTo(Condition.HEALTHY);
        assertThat(state.validators()).isEqualTo(FULL);
        assertThat(told).isEmpty();
    }

    @Test
    void only_a_200_replaces_validators() {
        // Given
        read(3);

        // When
        notModified();
        fail(Severity.HARD, 1);
        gone();

        // Then
        assertThat(state.validators()).isEqualTo(FULL.polled());
    }

    @Test
    void an_unchanged_body_renews_the_validators_and_brings_nothing() {
        // Given
        read(3);
        var renewed = new Validators("\"v2\"", null, "hash", now, 0);
        var lastNewAt = state.traffic().lastNewAt();

        // When
        after(aftermath.unchanged(state, new FeedAnswer.Unchanged(renewed, List.of(), null), tick(HOUR)));

        // Then
        assertThat(state.validators()).isEqualTo(renewed);
        assertThat(state.traffic().lastNewAt()).isEqualTo(lastNewAt);
        assertThat(state.health().condition()).isEqualTo(Condition.HEALTHY);
    }

    @Test
    void entries_that_did_not_come_to_their_end_are_asked_for_again_soon_and_without_condition() {
        for (var fate : List.of(Fate.PENDING, Fate.LEFT)) {
            // When
            read(tally(5).plus(EntryTally.of(fate, 1)), Rhythm.UNKNOWN, FULL, null);

            // Then
            assertThat(state.validators()).isEqualTo(Validators.NONE);
            assertThat(state.next().at()).isEqualTo(now.plus(BOUNDS.shortest()));
        }
    }

    @Test
    void a_page_that_is_tried_again_keeps_the_pace_but_no_condition() {
        // When
        read(tally(5).plus(EntryTally.of(Fate.RETRIED, 1)), Rhythm.UNKNOWN, FULL, null);

        // Then
        assertThat(state.validators()).isEqualTo(Validators.NONE);
        assertThat(wait(state)).isGreaterThan(BOUNDS.shortest());
    }

    @Test
    void a_304_heals_nothing() {
        // Given
        read(3);
        fail(Severity.HARD, 3);

        // When
        notModified();

        // Then
        assertThat(state.health().condition()).isEqualTo(Condition.FAILING);
        assertThat(state.health().failures()).isEqualTo(3);
        assertThat(state.next().reason()).isEqualTo("the last poll failed");
    }

    @Test
    void thirty_weighted_failures_park_and_a_parked_feed_is_never_forgotten() {
        // Given
        read(3);

        // When
        fail(Severity.SOFT, 60);

        // Then
        assertThat(state.health().condition()).isEqualTo(Condition.PARKED);
        assertThat(wait(state)).isBetween(Duration.ofHours(22), Duration.ofHours(26));
    }

    @Test
    void an_owner_is_told_of_failures_at_growing_distances_and_of_the_recovery_once() {
        // Given
        read(3);

        // When
        fail(Severity.HARD, 40);
        read(0);
        read(0);

        // Then
        assertThat(told)
                .extracting(FeedChange::what)
                .containsExactly("failing", "failing", "failing", "parked", "recovered");
        assertThat(told.getFirst().reason()).isEqualTo("got 404");
    }

    @Test
    void a_hiccup_is_not_worth_a_word() {
        // Given
        read(3);

        // When
        fail(Severity.TEMPORARY, 3);
        read(0);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void a_feed_comes_back_after_twenty_failures() {
        // Given
        read(3);
        fail(Severity.HARD, 20);

        // When
        read(2);

        // Then
        assertThat(state.health().failures()).isZero();
        assertThat(told.getLast().what()).isEqualTo("recovered");
        assertThat(wait(state)).isLessThan(HOUR.multipliedBy(3));
    }

    @Test
    void what_piled_up_during_an_outage_is_no_burst() {
        // Given
        for (int i = 0; i < 48; i++) {
            read(1);
        }
        var usual = state.traffic().rate().perHour(6);
        fail(Severity.SOFT, 24);

        // When
        read(25);

        // Then
        assertThat(state.traffic().rate().perHour(6)).isBetween(usual * 0.7, usual * 1.5);
    }

    @Test
    void a_feed_that_is_gone_is_told_and_comes_back_if_it_is_read() {
        // Given
        read(3);

        // When
        gone();
        read(0);

        // Then
        assertThat(told).extracting(FeedChange::what).containsExactly("gone", "recovered");
    }

    @Test
    void retry_after_is_followed_up_to_the_parked_interval() {
        // Given
        var wish = new Wish("its server asked by Retry-After", now.plus(Duration.ofDays(365)), Force.DEMAND);

        // When
        after(aftermath.failed(state, new FeedAnswer.Failed(Severity.TEMPORARY, "got 429", List.of(wish)), now));

        // Then
        assertThat(wait(state)).isEqualTo(BOUNDS.parked());
        assertThat(state.next().reason()).contains("Retry-After");
    }

    @Test
    void what_a_feed_asked_for_holds_while_it_does_not_change() {
        // Given
        var rhythm = new Rhythm(Duration.ofHours(5), Set.of(), Set.of(), null);
        read(tally(3), rhythm, FULL, null);

        // When
        notModified();
        var afterNotModified = wait(state);
        after(aftermath.unchanged(state, new FeedAnswer.Unchanged(FULL, List.of(), null), tick(HOUR)));

        // Then
        assertThat(afterNotModified).isEqualTo(Duration.ofHours(5)).isEqualTo(wait(state));
    }

    @Test
    void an_empty_feed_is_not_broken() {
        // When
        for (int i = 0; i < 500; i++) {
            tick(Duration.ofHours(6));
            read(EntryTally.NONE, Rhythm.UNKNOWN, FULL, null);
        }

        // Then
        assertThat(state.health().condition()).isEqualTo(Condition.HEALTHY);
        assertThat(told).isEmpty();
    }

    @Test
    void a_busy_feed_that_falls_silent_is_quiet_until_something_comes() {
        // Given
        for (int i = 0; i < 10 * 24; i++) {
            read(1);
        }

        // When
        for (int i = 0; i < 40 * 4; i++) {
            tick(Duration.ofHours(5));
            notModified();
        }
        var silent = state.health().condition();
        read(1);

        // Then
        assertThat(silent).isEqualTo(Condition.QUIET);
        assertThat(state.health().condition()).isEqualTo(Condition.HEALTHY);
        assertThat(told)
                .extracting(FeedChange::what)
                .filteredOn(Set.of("quiet", "heard", "failing")::contains)
                .containsExactly("quiet", "heard");
    }

    @Test
    void a_feed_of_one_entry_a_day_is_not_quiet_over_a_weekend() {
        // Given
        for (int i = 0; i < 20 * 24; i++) {
            read(i % 24 == 8 ? 1 : 0);
        }

        // When
        for (int i = 0; i < 64; i++) {
            notModified();
        }

        // Then
        assertThat(state.health().condition()).isEqualTo(Condition.HEALTHY);
    }

    @Test
    void a_parked_feed_that_can_be_read_but_brings_nothing_has_recovered_and_is_quiet() {
        // Given
        for (int i = 0; i < 10 * 24; i++) {
            read(1);
        }
        fail(Severity.HARD, 60);

        // When
        read(0);

        // Then
        assertThat(told).extracting(FeedChange::what).contains("parked").containsSubsequence("recovered", "quiet");
    }

    @Test
    void a_volume_alarm_is_told_once_and_so_is_its_end() {
        // Given
        for (int i = 0; i < 12 * 24; i++) {
            read(1);
        }

        // When
        for (int i = 0; i < 30; i++) {
            read(0);
        }
        for (int i = 0; i < 48; i++) {
            read(1);
        }

        // Then
        assertThat(told).extracting(FeedChange::what).containsSubsequence("lower", "silent", "usual");
        assertThat(told.getFirst().what()).isNotEqualTo("usual");
        assertThat(told).filteredOn(change -> change.what().equals("silent")).hasSize(1);
        assertThat(state.traffic().volume().level()).isEqualTo(Volume.Level.USUAL);
    }

    @Test
    void at_first_the_dates_of_the_last_day_say_how_much_comes() {
        // Given
        var dated = IntStream.range(0, 48)
                .mapToObj(i -> entry(now.minus(Duration.ofMinutes(30L * i + 1))))
                .toList();

        // When
        read(tally(48), Rhythm.UNKNOWN, FULL, null, dated);

        // Then
        assertThat(state.traffic().rate().perDay()).isEqualTo(48);
        assertThat(state.traffic().counts().quarters()).isEmpty();
    }

    @Test
    void equal_missing_and_future_dates_say_nothing_at_first_and_nothing_later() {
        // Given
        var odd = List.of(entry(null), entry(now.plus(DAY)), entry(now.plus(DAY)), entry(Instant.EPOCH));

        // When
        read(tally(4), Rhythm.UNKNOWN, FULL, null, odd);

        // Then
        assertThat(state.traffic().rate().perDay()).isZero();
        assertThat(state.traffic().lastNewAt()).isEqualTo(now);
    }

    @Test
    void a_clock_set_back_an_hour_does_not_change_the_pace() {
        // Given
        for (int i = 0; i < 48; i++) {
            read(1);
        }
        var usual = wait(state);

        // When
        tick(HOUR.multipliedBy(-2));
        read(1);

        // Then
        assertThat(wait(state)).isBetween(usual.dividedBy(2), usual.multipliedBy(2));
        assertThat(state.next().at()).isAfter(now);
    }

    @Test
    void a_move_counts_equal_answers_in_a_row() {
        // When
        moved("https://new.example/feed", 2);
        moved("https://other.example/feed", 1);
        moved("https://new.example/feed", 3);

        // Then
        assertThat(state.move()).isEqualTo(new Move("https://new.example/feed", Move.BELIEVED));
    }

    @Test
    void one_answer_without_a_move_forgets_it() {
        // Given
        moved("https://new.example/feed", 2);

        // When
        read(0);

        // Then
        assertThat(state.move()).isNull();
    }

    @Test
    void a_failure_says_nothing_about_a_move() {
        // Given
        moved("https://new.example/feed", 2);

        // When
        fail(Severity.SOFT, 1);

        // Then
        assertThat(state.move()).isEqualTo(new Move("https://new.example/feed", 2));
    }

    @ParameterizedTest
    @EnumSource(FeedReading.Cause.class)
    void block_pages_and_empty_answers_weigh_less_than_things_that_stay(FeedReading.Cause cause) {
        // Given
        var passing = cause == FeedReading.Cause.EMPTY || cause == FeedReading.Cause.WEB_PAGE;

        // When
        var failed = Aftermath.refused(new FeedReading.Refused(cause, "why"), answer(FULL, null));

        // Then
        assertThat(failed.severity()).isEqualTo(passing ? Severity.SOFT : Severity.HARD);
        assertThat(failed.reason()).isEqualTo("why");
    }

    private void moved(String url, int times) {
        for (int i = 0; i < times; i++) {
            read(EntryTally.NONE, Rhythm.UNKNOWN, FULL, url);
        }
    }

    private void read(int fresh) {
        read(tally(fresh), Rhythm.UNKNOWN, FULL, null);
    }

    private void read(EntryTally tally, Rhythm rhythm, Validators validators, @Nullable String movedTo) {
        read(tally, rhythm, validators, movedTo, List.of(entry(null)));
    }

    private void read(
            EntryTally tally, Rhythm rhythm, Validators validators, @Nullable String movedTo, List<FeedEntry> entries) {
        var feed = new Feed(new Feed.Head("Gazette", null, "fr", null, List.of(), rhythm), entries, List.of());
        var at = state.health().lastAttemptAt() == null ? now : tick(HOUR);
        after(aftermath.read(state, answer(validators, movedTo), feed, tally, at));
    }

    private void notModified() {
        after(aftermath.notModified(state, new FeedAnswer.NotModified(List.of()), tick(HOUR)));
    }

    private void fail(Severity severity, int times) {
        for (int i = 0; i < times; i++) {
            after(aftermath.failed(state, new FeedAnswer.Failed(severity, "got 404", List.of()), tick(HOUR)));
        }
    }

    private void gone() {
        after(aftermath.gone(state, new FeedAnswer.Gone("got 410"), tick(HOUR)));
    }

    private void after(Aftermath.Outcome outcome) {
        state = outcome.state();
        told.addAll(outcome.changes());
    }

    private Instant tick(Duration time) {
        now = now.plus(time);
        return now;
    }

    private Duration wait(FeedState of) {
        return Duration.between(now, of.next().at());
    }

    private static EntryTally tally(int fresh) {
        return EntryTally.of(Fate.SEEN, fresh + 1).plus(EntryTally.of(Fate.KNOWN, 1));
    }

    private static FeedAnswer.Document answer(Validators validators, @Nullable String movedTo) {
        var document = new FeedDocument(new byte[0], Map.of(), "https://gazette.example/feed");
        return new FeedAnswer.Document(document, validators, List.of(), movedTo);
    }

    private static FeedEntry entry(@Nullable Instant published) {
        return new FeedEntry(
                "guid",
                null,
                new FeedEntry.Words("Strike ends", null, null, Passage.EMPTY, Passage.EMPTY),
                new FeedEntry.Dates(published, null),
                List.of(),
                List.of());
    }
}
