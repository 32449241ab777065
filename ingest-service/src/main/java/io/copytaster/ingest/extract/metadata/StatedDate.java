package io.copytaster.ingest.extract.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates that pages state: ISO 8601 in its many spellings, seconds or milliseconds since 1970, RFC 1123, and
 * days with English names of months. Without zone it is UTC; what cannot be read is absent.
 */
final class StatedDate {

    private static final int LONGEST = 80;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final String TIME =
            "(?:[t ,]{1,2}(?:at )?(?<hour>[0-9]{1,2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2}))?(?:[.,][0-9]{1,9})?"
                    + " ?(?<half>[ap]\\.?m\\.?)?)?(?: ?(?<zone>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2}))?";
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>[0-9]{4})[-/.]?(?<month>[0-9]{2})[-/.]?(?<day>[0-9]{2})"),
            form("(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"),
            form("(?:[a-z]{3,9},? )?(?<day>[0-9]{1,2})[ -](?<name>[a-z]{3,9})\\.?,?[ -](?<year>[0-9]{4})"),
            form("(?:[a-z]{3,9},? )?(?<name>[a-z]{3,9})\\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})"),
            form("(?<day>[0-9]{1,2})\\.(?<month>[0-9]{1,2})\\.(?<year>[0-9]{4})"));
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{12,13}");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private StatedDate() {}

    /** The instant that a text states. */
    static Optional<Instant> read(String text) {
        String stated = text.strip().toLowerCase(Locale.ROOT);
        if (stated.isEmpty() || stated.length() > LONGEST) {
            return Optional.empty();
        }
        if (SECONDS.matcher(stated).matches()) {
            return plausible(Instant.ofEpochSecond(Long.parseLong(stated)));
        }
        if (MILLISECONDS.matcher(stated).matches()) {
            return plausible(Instant.ofEpochMilli(Long.parseLong(stated)));
        }
        return FORMS.stream()
                .map(form -> form.matcher(stated))
                .filter(Matcher::matches)
                .map(StatedDate::instant)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Pattern form(String day) {
        return Pattern.compile(day + TIME);
    }

    private static Optional<Instant> instant(Matcher match) {
        try {
            var local = LocalDateTime.of(
                    number(match, "year"),
                    month(match),
                    number(match, "day"),
                    hour(match),
                    number(match, "minute"),
                    Math.min(59, number(match, "second")));
            return plausible(local.toInstant(zone(match)));
        } catch (DateTimeException _) {
            return Optional.empty(); // a 31st of February states nothing
        }
    }

    private static int number(Matcher match, String group) {
        String digits = match.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(Matcher match) {
        return match.namedGroups().containsKey("name")
                ? MONTHS.indexOf(match.group("name").substring(0, 3)) + 1
                : number(match, "month");
    }

    private static int hour(Matcher match) {
        int hour = number(match, "hour");
        String half = match.group("half");
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.startsWith("p") ? 12 : 0);
    }

    private static ZoneOffset zone(Matcher match) {
        String zone = match.group("zone");
        return zone == null || Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(spelled(zone));
    }

    private static String spelled(String zone) {
        return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    }

    private static Optional<Instant> plausible(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return Optional.of(instant).filter(_ -> year >= FIRST_YEAR && year <= LAST_YEAR);
    }
}
