package io.copytaster.runtime.lag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lag is measured; prefix {@code copytaster.lag}.
 *
 * @param every how often the broker is asked
 * @param stallTime one of our partitions that has unread records and does not move for so long makes liveness DOWN;
 *     longer than the longest pause after a failed batch
 */
@ConfigurationProperties(prefix = "copytaster.lag", ignoreUnknownFields = false)
record LagSettings(
        @DefaultValue("5s") Duration every,
        @DefaultValue("30s") Duration stallTime) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    LagSettings {
        if (every.isZero() || every.isNegative()) {
            throw refused("every", "a time above zero", every);
        }
        if (stallTime.compareTo(LONGEST_PAUSE) <= 0) {
            throw refused("stall-time", "more than " + LONGEST_PAUSE, stallTime);
        }
    }

    private static IllegalArgumentException refused(String key, String expected, Object got) {
        return new IllegalArgumentException("copytaster.lag." + key + " must be " + expected + ", got " + got);
    }
}
