package io.copytaster.enrichment.listen;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are consumed; prefix {@code copytaster.enrichment.listen}.
 *
 * @param consumers threads that consume, each with its own partitions and transactional id; changing it is safe
 * @param seenHorizon revisions per partition within which a repeat is recognised
 * @param seenTime longest time that rebuilding this memory may take at an assignment; the newest part is read anyway
 * @param pendingTime longest wait for transactions that another consumer left open, before the batch is tried again
 * @param backOff first pause after a rollback; doubled each time
 * @param longestBackOff longest pause after a rollback
 */
@ConfigurationProperties(prefix = "copytaster.enrichment.listen", ignoreUnknownFields = false)
record ListenSettings(
        @DefaultValue("2") int consumers,
        @DefaultValue("20000") int seenHorizon,
        @DefaultValue("2s") Duration seenTime,
        @DefaultValue("30s") Duration pendingTime,
        @DefaultValue("200ms") Duration backOff,
        @DefaultValue("10s") Duration longestBackOff) {

    private static final int MOST_CONSUMERS = 64;
    private static final int LARGEST_HORIZON = 1_000_000;

    ListenSettings {
        within("consumers", consumers, MOST_CONSUMERS);
        within("seen-horizon", seenHorizon, LARGEST_HORIZON);
        positive("seen-time", seenTime);
        positive("pending-time", pendingTime);
        positive("back-off", backOff);
        positive("longest-back-off", longestBackOff);
        if (longestBackOff.compareTo(backOff) < 0) {
            throw refused("longest-back-off", "at least back-off (" + backOff + ")", longestBackOff);
        }
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw refused(key, "1 to " + most, value);
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw refused(key, "a time above zero", value);
        }
    }

    private static IllegalArgumentException refused(String key, String expected, Object got) {
        return new IllegalArgumentException(
                "copytaster.enrichment.listen." + key + " must be " + expected + ", got " + got);
    }
}
