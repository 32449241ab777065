package io.copytaster.ingest.date;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with words in them, or with the year last: a day in some order, and perhaps a time with a zone. */
final class WordyDate {

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(?<hour>\\d{1,2})(?::|h(?=\\d))(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d{1,12})?)?:?(?!\\d)(?<rest>.{0,60})");
    private static final Pattern YEAR_AFTER_ZONE = Pattern.compile("(?<zone>.{0,40}?) ?\\b(?<year>\\d{4})");
    private static final Pattern UNITS_OF_DAYS = Pattern.compile("[年月년월]");
    private static final Pattern DAY_UNIT = Pattern.compile("[日일号]");
    private static final Pattern HOUR_UNIT = Pattern.compile(" ?[時时点시分분] ?");
    private static final Pattern SECOND_UNIT = Pattern.compile("[秒초]");

    private static final Set<String> FORENOON = Set.of("오전", "上午", "午前");
    private static final Set<String> AFTERNOON = Set.of("오후", "下午", "午後");

    private WordyDate() {}

    static Optional<Instant> read(String text) {
        String written = eastAsian(text);
        Matcher time = TIME.matcher(written);
        if (!time.find()) {
            return DayWords.read(written).flatMap(ClockTime.MIDNIGHT::on);
        }
        String before = written.substring(0, time.start());
        String half = half(before);
        String days = half == null ? before : withoutHalves(before);
        Matcher year = YEAR_AFTER_ZONE.matcher(time.group("rest").strip());
        if (!days.isBlank() && year.matches() && !isOffset(year)) {
            return ClockTime.of(time, year.group("zone"), half)
                    .flatMap(clock ->
                            DayWords.read(days + " " + year.group("year")).flatMap(clock::on));
        }
        return days.isBlank()
                ? timeFirst(time)
                : ClockTime.of(time, time.group("rest"), half)
                        .flatMap(clock -> DayWords.read(days).flatMap(clock::on));
    }

    /** The year after the time, as C and Twitter write it; an offset of four digits is none. */
    private static boolean isOffset(Matcher year) {
        return year.group("zone").endsWith("+") || year.group("zone").endsWith("-");
    }

    /** The time before the day, as in "10:00, 5 February 2024". */
    private static Optional<Instant> timeFirst(Matcher time) {
        return ClockTime.of(time, "", null)
                .flatMap(clock -> DayWords.read(time.group("rest")).flatMap(clock::on));
    }

    private static @Nullable String half(String before) {
        if (AFTERNOON.stream().anyMatch(before::contains)) {
            return "p";
        }
        return FORENOON.stream().anyMatch(before::contains) ? "a" : null;
    }

    private static String withoutHalves(String before) {
        String days = before;
        for (String word : FORENOON) {
            days = days.replace(word, " ");
        }
        for (String word : AFTERNOON) {
            days = days.replace(word, " ");
        }
        return days;
    }

    /** Units of days as hyphens and units of hours as colons, as in 2024年2月5日 10時30分. */
    private static String eastAsian(String text) {
        String days =
                DAY_UNIT.matcher(UNITS_OF_DAYS.matcher(text).replaceAll("-")).replaceAll(" ");
        return SECOND_UNIT.matcher(HOUR_UNIT.matcher(days).replaceAll(":")).replaceAll("");
    }
}
