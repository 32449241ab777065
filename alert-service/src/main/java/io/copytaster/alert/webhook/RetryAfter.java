package io.copytaster.alert.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, or a date in any of HTTP's three spellings (RFC 9110). */
final class RetryAfter {

    /** What a receiver can ask for at most. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int LONGEST_NUMBER = 9;

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /** The wait; empty when absent, past or unreadable, for such a header asks for nothing. */
    static Optional<Duration> parse(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        var text = header.strip();
        var wait = text.matches("[0-9]+") ? Optional.of(seconds(text)) : untilDate(text, now);
        return wait.filter(Duration::isPositive).map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }

    private static Duration seconds(String digits) {
        return digits.length() > LONGEST_NUMBER ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        return DATES.stream()
                .flatMap(spelling -> date(text, spelling).stream())
                .findFirst()
                .map(date -> Duration.between(now, date));
    }

    private static Optional<Instant> date(String text, DateTimeFormatter spelling) {
        try {
            return Optional.of(spelling.parse(text, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
