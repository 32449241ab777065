package io.copytaster.ingest.date;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates of RFC 822 and 5322, ISO 8601 and its W3C profile, C's {@code asctime}, and their many corruptions: names in other languages, odd zones,
 * two-digit years, missing or wrong weekdays. A date without zone counts as UTC, one without time as midnight. What is no date is nothing, never the
 * present. Whether a date is plausible is for others to say. Thread-safe; the first date with a month's name that is not English costs some
 * milliseconds.
 */
public final class LenientDate {

    /** Longest text that is looked at, in characters; no date is longer. */
    private static final int LONGEST = 120;

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final int NESTED_COMMENTS = 5;

    private LenientDate() {}

    /** The instant that a text names, to the second. */
    public static Optional<Instant> read(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(written);
        return IsoDate.read(plain).or(() -> WordyDate.read(plain));
    }

    /** One spelling: compatibility characters (wide digits) replaced, lower case, comments gone, one blank between words. */
    private static String plain(String written) {
        String folded = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < NESTED_COMMENTS && folded.indexOf('(') >= 0; i++) {
            folded = COMMENT.matcher(folded).replaceAll(" ");
        }
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> {
                    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                            out.append(' ');
                        }
                    } else if (Character.isDigit(c)) {
                        out.append(Character.digit(c, 10));
                    } else {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString().strip();
    }
}
