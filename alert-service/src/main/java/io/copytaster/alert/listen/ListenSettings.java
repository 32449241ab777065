package io.copytaster.alert.listen;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the streams are followed; prefix {@code copytaster.alert.listen}.
 *
 * @param matchers threads that match, each with its own partitions and transactional id; changing it is safe
 * @param alerters threads that decide about matches, each with its own partitions
 * @param backOff first pause after a batch failed; doubled each time
 * @param longestBackOff longest pause after a batch failed
 */
@ConfigurationProperties(prefix = "copytaster.alert.listen", ignoreUnknownFields = false)
record ListenSettings(
        @DefaultValue("1") int matchers,
        @DefaultValue("1") int alerters,
        @DefaultValue("200ms") Duration backOff,
        @DefaultValue("10s") Duration longestBackOff) {

    private static final int MOST_THREADS = 64;

    public ListenSettings {
        threads("matchers", matchers);
        threads("alerters", alerters);
        if (backOff.isZero() || backOff.isNegative()) {
            throw refused("back-off", "a time above zero", backOff);
        }
        if (longestBackOff.compareTo(backOff) < 0) {
            throw refused("longest-back-off", "at least back-off (" + backOff + ")", longestBackOff);
        }
    }

    private static void threads(String key, int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw refused(key, "1 to " + MOST_THREADS, value);
        }
    }

    private static IllegalArgumentException refused(String key, String expected, Object got) {
        return new IllegalArgumentException(
                "copytaster.alert.listen." + key + ": expected " + expected + ", got " + got);
    }
}
