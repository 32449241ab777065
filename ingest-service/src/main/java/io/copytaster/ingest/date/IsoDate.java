package io.copytaster.ingest.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that start with the year in four digits and are numbers throughout: ISO 8601, its W3C profile, SQL, ordinal dates. */
final class IsoDate {

    private static final Pattern CALENDAR = Pattern.compile(
            "(?<year>\\d{4})(?:[-/.](?<month>\\d{1,3})(?:[-/.](?<day>\\d{1,2}))?)?(?:[t ,]{1,2}(?<rest>.{1,60}))?");
    private static final Pattern COMPACT =
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[t ]?(?<rest>.{1,60}))?");
    private static final Pattern ORDINAL =
            Pattern.compile("(?<year>\\d{4})-?(?<dayofyear>\\d{3})(?:[t ](?<rest>.{1,60}))?");

    private IsoDate() {}

    static Optional<Instant> read(String text) {
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return at(Optional.of(text).flatMap(_ -> ordinalDay(ordinal)), ordinal.group("rest"));
        }
        for (Pattern pattern : new Pattern[] {CALENDAR, COMPACT}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return at(
                        day(
                                number(matcher.group("year")),
                                number(matcher.group("month")),
                                number(matcher.group("day"))),
                        matcher.group("rest"));
            }
        }
        return Optional.empty();
    }

    /** The day of the calendar; years before 1000 are zeros that programs write for "none". */
    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return year < 1000 || year > 9999 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> ordinalDay(Matcher ordinal) {
        try {
            return day(number(ordinal.group("year")), 1, 1)
                    .map(first -> LocalDate.ofYearDay(first.getYear(), number(ordinal.group("dayofyear"))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> at(Optional<LocalDate> day, @Nullable String rest) {
        return rest == null
                ? day.flatMap(ClockTime.MIDNIGHT::on)
                : ClockTime.read(rest).flatMap(time -> day.flatMap(time::on));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
