package io.copytaster.wire.frame;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a record: a trace that goes on, or begins here. */
public final class TraceParent {

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    private TraceParent() {}

    /** The next step of the cause's trace; a new trace that nobody samples yet, if there is no valid cause. */
    public static String after(@Nullable String cause, RandomGenerator random) {
        return Optional.ofNullable(cause)
                .map(FORM::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> "00-" + matcher.group(1) + "-" + span(random) + "-" + matcher.group(2))
                .orElseGet(
                        () -> "00-" + HEX.toHexDigits(random.nextLong()) + span(random) + "-" + span(random) + "-00");
    }

    /** All zeros means "none" in both places, so the lowest bit is set. */
    private static String span(RandomGenerator random) {
        return HEX.toHexDigits(random.nextLong() | 1);
    }
}
