package io.copytaster.alert.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are published; prefix {@code copytaster.alert.publish}.
 *
 * @param interval how often unpublished alerts are looked for, beside being told of them; at most 1 s
 * @param batch alerts published at once
 * @param stopTime longest time that a batch in the making may keep a stop waiting
 */
@ConfigurationProperties(prefix = "copytaster.alert.publish", ignoreUnknownFields = false)
record PublishSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("500") int batch,
        @DefaultValue("15s") Duration stopTime) {

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);
    private static final int LARGEST_BATCH = 10_000;

    public PublishSettings {
        if (interval.isNegative() || interval.isZero() || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "copytaster.alert.publish.interval: expected above 0 and at most 1s, got " + interval);
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "copytaster.alert.publish.batch: expected 1 to " + LARGEST_BATCH + ", got " + batch);
        }
        if (stopTime.isNegative()) {
            throw new IllegalArgumentException(
                    "copytaster.alert.publish.stop-time: expected 0 or more, got " + stopTime);
        }
    }
}
