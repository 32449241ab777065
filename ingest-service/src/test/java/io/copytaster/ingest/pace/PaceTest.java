package io.copytaster.ingest.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.pace.Wish.Force;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** A Wednesday. */
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final Pace.Bounds BOUNDS =
            new Pace.Bounds(Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofHours(6), Duration.ofDays(1));
    private static final EntryRate FIRST = EntryRate.UNKNOWN;
    private static final EntryRate BUSY = EntryRate.UNKNOWN.after(50_000, Duration.ofHours(10));
    private static final EntryRate DEAD = EntryRate.UNKNOWN.after(0, Duration.ofDays(100));

    private final Pace pace = new Pace(BOUNDS, new Random(20261125));

    @Test
    void begins_with_the_first_interval() {
        assertThat(pace.interval(FIRST)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void never_leaves_its_bounds_by_chance_either() {
        // Given
        var rates = List.of(FIRST, BUSY, DEAD);

        // When
        var waits = rates.stream()
                .flatMap(rate -> IntStream.range(0, 1000).mapToObj(_ -> wait(success(rate))))
                .toList();

        // Then
        assertThat(waits)
                .allMatch(wait -> wait.compareTo(BOUNDS.shortest()) >= 0)
                .allMatch(wait -> wait.compareTo(BOUNDS.longest()) <= 0);
    }

    @Test
    void leaves_a_tenth_to_chance_at_every_pace() {
        for (var rate : List.of(FIRST, BUSY, DEAD)) {
            // When
            var waits = IntStream.range(0, 1000)
                    .mapToLong(_ -> wait(success(rate)).toMillis())
                    .summaryStatistics();

            // Then
            double interval = pace.interval(rate).toMillis();
            assertThat(waits.getMax() - waits.getMin()).isGreaterThan((long) (interval * 0.04));
            assertThat(waits.getMin()).isGreaterThanOrEqualTo((long) (interval * 0.95));
            assertThat(waits.getMax()).isLessThanOrEqualTo((long) (interval * 1.05) + 1);
        }
    }

    @Test
    void lets_a_quarter_of_an_entry_be_expected_per_poll() {
        // Given
        var rate = steady(4, Duration.ofMinutes(15), 400, _ -> 1);

        // When
        var interval = pace.interval(rate);

        // Then
        assertThat(interval).isBetween(Duration.ofMinutes(3), Duration.ofSeconds(270));
    }

    @Test
    void follows_a_burst_within_an_hour_and_slows_down_after_it() {
        // Given
        var quiet = steady(0, Duration.ofMinutes(30), 200, i -> i % 8 == 0 ? 1 : 0);
        var burst = more(quiet, Duration.ofMinutes(10), 6, _ -> 4);

        // When
        var after = more(burst, Duration.ofMinutes(20), 3 * 72, i -> i % 12 == 0 ? 1 : 0);

        // Then
        assertThat(pace.interval(quiet)).isGreaterThan(Duration.ofMinutes(30));
        assertThat(pace.interval(burst)).isLessThan(Duration.ofMinutes(6));
        assertThat(pace.interval(after)).isGreaterThan(Duration.ofMinutes(30));
    }

    @Test
    void one_lucky_poll_is_no_burst() {
        // Given
        var lucky = FIRST.after(3, Duration.ofMinutes(2));

        // When
        var interval = pace.interval(lucky);

        // Then
        assertThat(interval).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void slows_down_step_by_step_while_nothing_comes() {
        // Given
        var rate = FIRST;
        var before = pace.interval(rate);

        for (int i = 0; i < 100; i++) {
            // When
            rate = rate.after(0, pace.interval(rate));

            // Then
            assertThat(pace.interval(rate)).isGreaterThanOrEqualTo(before);
            before = pace.interval(rate);
        }
        assertThat(before).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void a_clock_set_back_an_hour_neither_doubles_the_pace_nor_stops_it() {
        // Given
        var rate = steady(1, Duration.ofHours(1), 48, _ -> 1);
        var usual = pace.interval(rate);

        // When
        var back = pace.interval(rate.after(1, Duration.ofHours(-1)));

        // Then
        assertThat(back).isBetween(usual.dividedBy(2).plusSeconds(1), usual.multipliedBy(2));
    }

    @Test
    void counts_entries_a_day_as_they_came() {
        assertThat(FIRST.perDay()).isZero();
        assertThat(steady(0, Duration.ofHours(1), 500, _ -> 2).perDay()).isBetween(47.0, 50.0);
    }

    @Test
    void gives_more_time_to_whoever_asks_for_more() {
        // Given
        var wishes = List.of(hint("one", Duration.ofMinutes(1)), hint("hour", Duration.ofHours(1)));

        // When
        var next = pace.afterSuccess(NOON, FIRST, Rhythm.UNKNOWN, wishes);

        // Then
        assertThat(next).isEqualTo(new NextCheck(NOON.plus(Duration.ofHours(1)), "hour"));
    }

    @Test
    void nobody_can_ask_for_less_time_than_the_feed_gets_anyway() {
        // When
        var next = pace.afterSuccess(NOON, DEAD, Rhythm.UNKNOWN, List.of(hint("now", Duration.ofDays(-9999))));

        // Then
        assertThat(wait(next)).isGreaterThan(Duration.ofHours(5));
        assertThat(next.reason()).isEqualTo("0.0 new entries a day were seen");
    }

    @Test
    void a_hint_gets_the_longest_interval_at_most() {
        // When
        var next = pace.afterSuccess(NOON, FIRST, Rhythm.UNKNOWN, List.of(hint("year", Duration.ofDays(365))));

        // Then
        assertThat(wait(next)).isEqualTo(BOUNDS.longest());
    }

    @Test
    void a_demand_gets_the_parked_interval_at_most() {
        // When
        var next = pace.afterFailure(NOON, FIRST, 1, List.of(demand(Duration.ofDays(365))));

        // Then
        assertThat(wait(next)).isEqualTo(BOUNDS.parked());
    }

    @Test
    void a_demand_within_the_bounds_is_met_to_the_second() {
        // When
        var next = pace.afterFailure(NOON, FIRST, 1, List.of(demand(Duration.ofSeconds(50_000))));

        // Then
        assertThat(wait(next)).isEqualTo(Duration.ofSeconds(50_000));
    }

    @Test
    void a_parked_feed_keeps_the_demand_of_its_server_too() {
        // Given
        var rarely = new Pace(
                new Pace.Bounds(
                        Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofDays(2), Duration.ofMinutes(30)),
                new Random(1));

        // When
        var next = rarely.parked(NOON, List.of(demand(Duration.ofHours(20))));

        // Then
        assertThat(wait(next)).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void a_parked_feed_is_looked_at_about_once_in_its_interval() {
        // When
        var waits = IntStream.range(0, 1000)
                .mapToObj(_ -> wait(pace.parked(NOON, List.of())))
                .toList();

        // Then
        assertThat(waits)
                .allMatch(wait -> wait.compareTo(Duration.ofHours(22)) > 0 && wait.compareTo(Duration.ofHours(26)) < 0);
        assertThat(Set.copyOf(waits)).hasSizeGreaterThan(900);
    }

    @Test
    void failures_slow_down_up_to_the_longest_interval() {
        // When
        var waits = Stream.of(0.0, 1.0, 4.0, 29.0, 1e9)
                .map(failures -> wait(pace.afterFailure(NOON, FIRST, failures, List.of())))
                .toList();

        // Then
        assertThat(waits).isSorted();
        assertThat(waits.get(1)).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
        assertThat(waits.getLast()).isBetween(Duration.ofMinutes(340), Duration.ofHours(6));
    }

    @Test
    void what_is_left_over_comes_soon() {
        assertThat(wait(pace.soon(NOON))).isEqualTo(BOUNDS.shortest());
    }

    @Test
    void keeps_out_of_the_hours_that_a_feed_skips() {
        // When
        var next = pace.afterSuccess(NOON, FIRST, skip(Set.of(12, 13, 14), Set.of()), List.of());

        // Then
        assertThat(next.at()).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(next.reason()).contains("skip");
    }

    @Test
    void skips_over_midnight() {
        // Given
        var late = Instant.parse("2026-11-25T22:30:00Z");

        // When
        var allowed = FeedWishes.outsideSkipped(skip(Set.of(22, 23, 0, 1), Set.of()), late);

        // Then
        assertThat(allowed).isEqualTo("2026-11-26T02:00:00Z");
    }

    @Test
    void keeps_out_of_the_days_that_a_feed_skips() {
        // Given
        var days = Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

        // When
        var allowed = FeedWishes.outsideSkipped(skip(Set.of(0), days), NOON);

        // Then
        assertThat(allowed).isEqualTo("2026-11-27T01:00:00Z");
    }

    @Test
    void a_feed_that_skips_every_hour_or_every_day_is_polled_all_the_same() {
        // Given
        var hours = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        var days = Arrays.stream(DayOfWeek.values()).collect(Collectors.toSet());

        // When
        var next = List.of(
                pace.afterSuccess(NOON, FIRST, skip(hours, Set.of()), List.of()),
                pace.afterSuccess(NOON, FIRST, skip(Set.of(), days), List.of()));

        // Then
        assertThat(next).allMatch(each -> wait(each).compareTo(Duration.ofMinutes(11)) < 0);
    }

    @Test
    void skipping_gets_the_longest_interval_at_most() {
        // Given
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.TUESDAY)
                .collect(Collectors.toSet());

        // When
        var next = pace.afterSuccess(NOON, FIRST, skip(Set.of(), days), List.of());

        // Then
        assertThat(wait(next)).isEqualTo(BOUNDS.longest());
    }

    @Test
    void asks_what_a_feed_asks() {
        // Given
        var rhythm = new Rhythm(Duration.ofMinutes(90), Set.of(), Set.of(), Duration.ofDays(1));

        // When
        var wishes = FeedWishes.of(rhythm, NOON);

        // Then
        assertThat(wishes)
                .containsExactly(
                        new Wish("the feed's ttl", NOON.plus(Duration.ofMinutes(90)), Force.HINT),
                        new Wish("the feed's update period", NOON.plus(Duration.ofDays(1)), Force.HINT));
        assertThat(FeedWishes.of(Rhythm.UNKNOWN, NOON)).isEmpty();
    }

    private NextCheck success(EntryRate rate) {
        return pace.afterSuccess(NOON, rate, Rhythm.UNKNOWN, List.of());
    }

    private static Duration wait(NextCheck next) {
        return Duration.between(NOON, next.at());
    }

    private static Rhythm skip(Set<Integer> hours, Set<DayOfWeek> days) {
        return new Rhythm(null, hours, days, null);
    }

    private static Wish hint(String who, Duration wait) {
        return new Wish(who, NOON.plus(wait), Force.HINT);
    }

    private static Wish demand(Duration wait) {
        return new Wish("Retry-After", NOON.plus(wait), Force.DEMAND);
    }

    private static EntryRate steady(int first, Duration every, int polls, IntUnaryOperator entries) {
        return more(EntryRate.UNKNOWN.after(first, Duration.ofDays(1)), every, polls, entries);
    }

    private static EntryRate more(EntryRate from, Duration every, int polls, IntUnaryOperator entries) {
        var rate = from;
        for (int i = 0; i < polls; i++) {
            rate = rate.after(entries.applyAsInt(i), every);
        }
        return rate;
    }
}
