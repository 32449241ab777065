package io.copytaster.ingest.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.volume.Volume.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class EntryCountsTest {

    /** A Monday. */
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-08-03");

    @Test
    void says_nothing_before_a_week_and_a_day_were_observed() {
        // Given
        var counts = counts(7, _ -> 20);

        // When
        var volume = counts.volume(day(7));

        // Then
        assertThat(volume).isEqualTo(new Volume(Level.UNKNOWN, 20, 0));
        assertThat(counts(8, _ -> 20).volume(day(8))).isEqualTo(new Volume(Level.USUAL, 20, 20));
    }

    @Test
    void a_weekend_is_no_alarm() {
        // Given
        Set<Level> levels = new HashSet<>();

        // When
        for (int hour = 8 * 24; hour < 70 * 24; hour++) {
            var now = day(0).plus(Duration.ofHours(hour));
            levels.add(counts(hour / 24 + 1, EntryCountsTest::week).volume(now).level());
        }

        // Then
        assertThat(levels).containsExactly(Level.USUAL);
    }

    @Test
    void a_weekend_without_anything_is_no_alarm() {
        // Given
        Set<Level> levels = new HashSet<>();

        // When
        for (int day = 8; day < 70; day++) {
            levels.add(
                    counts(day, each -> each % 7 < 5 ? 20 : 0).volume(day(day)).level());
        }

        // Then
        assertThat(levels).containsExactly(Level.USUAL);
    }

    @Test
    void a_working_day_like_a_weekend_is_no_record_and_no_alarm() {
        assertThat(counts(31, day -> day == 30 ? 3 : week(day)).volume(day(31)).level())
                .isEqualTo(Level.USUAL);
    }

    @Test
    void nothing_at_all_where_there_was_something_on_every_day_is_silence() {
        // When
        var volume = counts(30, day -> day == 29 ? 0 : 12).volume(day(30));

        // Then
        assertThat(volume).isEqualTo(new Volume(Level.SILENT, 0, 12));
    }

    @Test
    void sixty_percent_less_than_usual_is_lower() {
        assertThat(level(20, 8)).isEqualTo(Level.LOWER);
        assertThat(level(20, 9)).isEqualTo(Level.USUAL);
    }

    @Test
    void three_times_as_much_as_usual_is_higher() {
        assertThat(level(20, 60)).isEqualTo(Level.HIGHER);
        assertThat(level(20, 59)).isEqualTo(Level.USUAL);
    }

    @Test
    void few_entries_are_too_few_to_miss_or_to_wonder_at() {
        assertThat(level(2, 0)).isEqualTo(Level.USUAL);
        assertThat(level(1, 9)).isEqualTo(Level.USUAL);
        assertThat(level(0, 9)).isEqualTo(Level.USUAL);
        assertThat(level(0, 10)).isEqualTo(Level.HIGHER);
    }

    @Test
    void a_burst_that_happened_before_is_no_alarm_again() {
        assertThat(counts(30, day -> day == 10 || day == 29 ? 200 : 20)
                        .volume(day(30))
                        .level())
                .isEqualTo(Level.USUAL);
    }

    @Test
    void the_quarter_that_goes_on_does_not_count_yet() {
        // Given
        var counts = counts(30, _ -> 20);

        // When
        var later = counts.plus(500, day(30).plus(Duration.ofHours(2)));

        // Then
        assertThat(later.volume(day(30).plus(Duration.ofHours(3))).level()).isEqualTo(Level.USUAL);
        assertThat(later.volume(day(30).plus(Duration.ofHours(6))).level()).isEqualTo(Level.HIGHER);
    }

    @Test
    void months_of_silence_become_usual_and_are_no_alarm_for_ever() {
        // Given
        var counts = counts(30, _ -> 20);

        // When
        var later = counts.plus(0, day(100));

        // Then
        assertThat(later.volume(day(100))).isEqualTo(new Volume(Level.USUAL, 0, 0));
    }

    @Test
    void keeps_four_weeks_and_no_more() {
        // When
        var counts = counts(400, _ -> 8);

        // Then
        assertThat(counts.quarters()).hasSizeLessThanOrEqualTo(EntryCounts.KEPT + 1);
    }

    @Test
    void a_clock_set_back_an_hour_loses_nothing() {
        // Given
        var counts = counts(20, _ -> 20);

        // When
        var back = counts.plus(1, day(20).minus(Duration.ofHours(1)));

        // Then
        assertThat(sum(back)).isEqualTo(sum(counts) + 1);
        assertThat(back.volume(day(20)).level()).isEqualTo(Level.USUAL);
    }

    @Test
    void keeps_its_own_copy_of_the_counts() {
        // Given
        var quarters = new TreeMap<>(EntryCounts.from(day(0)).plus(3, day(1)).quarters());
        var counts = new EntryCounts(0, quarters);

        // When
        quarters.clear();

        // Then
        assertThat(counts.quarters()).hasSize(1);
    }

    @Test
    void knows_how_often_entries_come_and_not_how_many_come_at_once() {
        // Given
        var weekly = counts(28, day -> day % 7 == 0 ? 50 : 0);

        // When
        double times = weekly.quartersPerDay(day(21).plus(Duration.ofHours(20)));

        // Then
        assertThat(times).isBetween(0.15, 0.9);
        assertThat(EntryCounts.from(day(0)).plus(9, day(0)).quartersPerDay(day(1)))
                .isZero();
    }

    @Test
    void how_often_entries_came_does_not_fade_while_none_come() {
        // Given
        var counts = counts(28, _ -> 24);
        double usual = counts.quartersPerDay(day(28));

        // When
        var silent = counts.plus(0, day(42));

        // Then
        assertThat(silent.quartersPerDay(day(28))).isBetween(usual * 0.9, usual * 1.1);
    }

    @Test
    void users_see_words() {
        assertThat(Arrays.stream(Level.values()).map(Level::word))
                .containsExactly("unknown", "usual", "higher", "lower", "silent");
    }

    private static int week(int day) {
        return day % 7 < 5 ? 20 : 3;
    }

    private static Level level(int usual, int last) {
        return counts(30, day -> day == 29 ? last : usual).volume(day(30)).level();
    }

    private static int sum(EntryCounts counts) {
        return counts.quarters().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** So many days with entries at nine and at sixteen o'clock. */
    private static EntryCounts counts(int days, IntUnaryOperator entries) {
        var counts = EntryCounts.from(day(0));
        for (int i = 0; i < days; i++) {
            int all = entries.applyAsInt(i);
            counts = counts.plus(all / 2, day(i).plus(Duration.ofHours(9)))
                    .plus(all - all / 2, day(i).plus(Duration.ofHours(16)));
        }
        return counts;
    }

    private static Instant day(int number) {
        return FIRST_DAY.plusDays(number).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
