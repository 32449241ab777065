package io.copytaster.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long matching and alerting remember; prefix {@code copytaster.alert.retention}.
 *
 * @param watches deleted watches, as tombstones; longer than any instance rests
 * @param alerts matches and published alerts; a revision of an article that comes later is alerted anew
 * @param every how often what is older is removed
 */
@ConfigurationProperties(prefix = "copytaster.alert.retention", ignoreUnknownFields = false)
record RetentionSettings(
        @DefaultValue("30d") Duration watches,
        @DefaultValue("90d") Duration alerts,
        @DefaultValue("1h") Duration every) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    public RetentionSettings {
        atLeastADay("watches", watches);
        atLeastADay("alerts", alerts);
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException(
                    "copytaster.alert.retention.every: expected a time above zero, got " + every);
        }
    }

    private static void atLeastADay(String key, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "copytaster.alert.retention." + key + ": expected a day or more, got " + value);
        }
    }
}
