package io.copytaster.ingest.publish;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How editions leave for the log.
 *
 * @param source the {@code ce_source} of our records
 * @param patience how long one wave waits for the broker's answers; must exceed the producer's delivery timeout
 * @param setupRetry pause between attempts to prepare the streams while broker or registry is away
 * @param probeEvery how long an answer about the broker's health is good
 */
@ConfigurationProperties(prefix = "copytaster.publish", ignoreUnknownFields = false)
record PublishSettings(
        @DefaultValue("/copytaster/ingest") URI source,
        @DefaultValue("12s") Duration patience,
        @DefaultValue("2s") Duration setupRetry,
        @DefaultValue("2s") Duration probeEvery) {

    PublishSettings {
        refuseUnlessPositive("patience", patience);
        refuseUnlessPositive("setup-retry", setupRetry);
        refuseUnlessPositive("probe-every", probeEvery);
    }

    private static void refuseUnlessPositive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "expected a positive duration in copytaster.publish." + key + ", got " + value);
        }
    }
}
