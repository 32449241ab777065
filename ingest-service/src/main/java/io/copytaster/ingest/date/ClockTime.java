package io.copytaster.ingest.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day and how far its zone is ahead of UTC.
 *
 * @param second of the day, 0 to 86400
 * @param offset in seconds
 */
record ClockTime(int second, int offset) {

    static final ClockTime MIDNIGHT = new ClockTime(0, 0);

    /** Half a day, where am and pm begin. */
    private static final int NOON = 12;
    /** The farthest zone is 14 hours ahead; a little more is kept for local mean times. */
    private static final int FARTHEST = 15 * 3600;

    private static final Pattern COLONS = Pattern.compile(
            "(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,:]\\d{1,12})?)?:? ?(?<rest>.{0,50})");
    private static final Pattern COMPACT =
            Pattern.compile("(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?:[.,]\\d{1,12})? ?(?<rest>.{0,50})");
    private static final Pattern HALF = Pattern.compile("(?<half>a\\.?m\\.?|p\\.?m\\.?|πμ|μμ) ?(?<zone>.*)");

    /** The time in a text that holds nothing else but a zone. */
    static Optional<ClockTime> read(String text) {
        for (Pattern pattern : new Pattern[] {COLONS, COMPACT}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return of(matcher, matcher.group("rest"), null);
            }
        }
        return Optional.empty();
    }

    /**
     * The time that was matched.
     *
     * @param rest what follows it: am or pm, a zone
     * @param half {@code a} or {@code p} where am or pm stands before the time
     */
    static Optional<ClockTime> of(Matcher time, String rest, @Nullable String half) {
        Matcher after = HALF.matcher(rest.strip());
        boolean marked = after.matches();
        int hour = hour(number(time.group("hour")), marked ? after.group("half") : half);
        int minute = number(time.group("minute"));
        int second = Math.min(number(time.group("second")), 59 + (number(time.group("second")) > 60 ? 1 : 0));
        boolean valid = hour >= 0 && hour < 24 && minute < 60 && second < 60;
        boolean endOfDay = hour == 24 && minute == 0 && second == 0;
        if (!valid && !endOfDay) {
            return Optional.empty();
        }
        return ZoneNames.offset(marked ? after.group("zone") : rest)
                .map(offset -> new ClockTime(hour * 3600 + minute * 60 + second, offset));
    }

    /** The instant of this time on a day. */
    Optional<Instant> on(LocalDate day) {
        if (Math.abs(offset) > FARTHEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds((long) second - offset));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null || hour > NOON) {
            return hour;
        }
        boolean afternoon = half.startsWith("p") || half.startsWith("μ");
        return hour % NOON + (afternoon ? NOON : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
