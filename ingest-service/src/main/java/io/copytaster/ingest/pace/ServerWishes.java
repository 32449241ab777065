package io.copytaster.ingest.pace;

import io.copytaster.ingest.date.LenientDate;
import io.copytaster.ingest.pace.Wish.Force;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the headers of an answer ask for: {@code Retry-After}, {@code Cache-Control} and {@code Expires} (RFC 9110, 9111). */
public final class ServerWishes {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]+)");
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]*");
    private static final int LONGEST = 1000;
    /** Enough for every clamp, and far from overflow. */
    private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();
    /** Digits that a long surely holds. */
    private static final int MOST_DIGITS = 18;

    private ServerWishes() {}

    /** The wishes of an answer; header names in lower case. */
    public static List<Wish> of(int status, Map<String, String> headers, Instant now) {
        var wishes = new ArrayList<Wish>();
        if (status == 429 || status == 503) {
            header(headers, "retry-after")
                    .flatMap(value -> retryAfter(value, now))
                    .ifPresent(at -> wishes.add(new Wish("its server asked by Retry-After", at, Force.DEMAND)));
        }
        if (status == 200 || status == 304) {
            maxAge(headers)
                    .map(age -> now.plus(age))
                    .or(() -> header(headers, "expires").flatMap(ServerWishes::date))
                    .ifPresent(at -> wishes.add(new Wish("its server keeps it that long", at, Force.HINT)));
        }
        return wishes;
    }

    private static Optional<Duration> maxAge(Map<String, String> headers) {
        return header(headers, "cache-control").flatMap(value -> {
            var found = MAX_AGE.matcher(value.toLowerCase(Locale.ROOT));
            return found.find() ? Optional.of(seconds(found.group(1))) : Optional.empty();
        });
    }

    private static Optional<Instant> retryAfter(String value, Instant now) {
        return SECONDS.matcher(value).matches() ? Optional.of(now.plus(seconds(value))) : date(value);
    }

    /** In any of HTTP's three forms; {@code 0} and {@code -1} are common and no dates. */
    private static Optional<Instant> date(String value) {
        return NUMBER.matcher(value).matches() ? Optional.empty() : LenientDate.read(value);
    }

    private static Duration seconds(String digits) {
        long seconds = digits.length() > MOST_DIGITS ? MOST_SECONDS : Long.parseLong(digits);
        return Duration.ofSeconds(Math.min(MOST_SECONDS, seconds));
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> value.length() <= LONGEST);
    }
}
