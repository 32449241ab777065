package io.copytaster.ingest.reading;

import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.url.CanonicalUrl;
import io.copytaster.ingest.url.UrlRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the single fields of an offered article; an absent or blank optional field is absent. */
record FieldReader(Clock clock) {

    /** Longest byline, in characters. */
    static final int BYLINE = 2000;
    /** Longest publisher, id or other short field, in characters. */
    static final int NAME = 500;

    /** Longest URL, in characters. */
    private static final int URL = 4096;
    /** Longest language tag, in characters. */
    private static final int LANGUAGE = 85;
    /** Nothing that we are sent was published before. */
    private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
    /** How far a publisher's clock or embargo may be ahead of us. */
    private static final Duration AHEAD = Duration.ofDays(2);

    /** Text as it is stored: as received, with CRLF as LF. */
    String text(String field, @Nullable String value) throws FieldRefused {
        if (value == null) {
            return "";
        }
        refuseUnstorable(field, value);
        return value.replace("\r\n", "\n");
    }

    Optional<String> shortText(String field, @Nullable String value, int limit) throws FieldRefused {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        refuseUnstorable(field, value);
        refuseLongerThan(limit, field, value);
        return Optional.of(value.strip());
    }

    Optional<CanonicalUrl> canonicalUrl(@Nullable String url) throws FieldRefused {
        if (url == null) {
            return Optional.empty();
        }
        refuseUnstorable("url", url);
        refuseLongerThan(URL, "url", url);
        try {
            return Optional.of(CanonicalUrl.of(url));
        } catch (UrlRefused e) {
            throw invalid("url", "expected an absolute http or https URL, but " + e.why());
        }
    }

    Optional<String> language(@Nullable String tag) throws FieldRefused {
        var given = shortText("language", tag, LANGUAGE);
        if (given.isEmpty()) {
            return given;
        }
        return Optional.of(LanguageTag.find(given.get())
                .orElseThrow(() -> invalid(
                        "language",
                        "expected a BCP 47 tag such as fr or pt-BR, got something else; leave it out if unknown"))
                .toLanguageTag());
    }

    Optional<Instant> publishedAt(@Nullable String value) throws FieldRefused {
        var given = shortText("publishedAt", value, NAME);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var instant = instant(given.get());
        var latest = clock.instant().plus(AHEAD);
        if (instant.isBefore(EARLIEST) || instant.isAfter(latest)) {
            throw invalid(
                    "publishedAt",
                    "expected an instant between " + EARLIEST + " and " + latest.truncatedTo(ChronoUnit.SECONDS)
                            + ", got " + instant + "; leave it out if unknown");
        }
        return Optional.of(instant);
    }

    private static Instant instant(String given) throws FieldRefused {
        try {
            return OffsetDateTime.parse(given).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw invalid(
                    "publishedAt",
                    "expected an ISO 8601 date and time with an offset such as 2026-11-25T10:00:00Z,"
                            + " got something else; leave it out if unknown");
        }
    }

    private static void refuseUnstorable(String field, String value) throws FieldRefused {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw invalid(field, "expected text, got a NUL character at index " + i + "; remove it");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw invalid(
                        field,
                        "expected Unicode text, got a lone surrogate at index " + i
                                + "; send the whole character or leave it out");
            }
        }
    }

    private static void refuseLongerThan(int limit, String field, String value) throws FieldRefused {
        if (value.length() > limit) {
            throw invalid(field, "expected at most " + limit + " characters, got " + value.length() + "; shorten it");
        }
    }

    private static FieldRefused invalid(String field, String sentence) {
        return new FieldRefused(Refusal.invalid(field, sentence));
    }
}
