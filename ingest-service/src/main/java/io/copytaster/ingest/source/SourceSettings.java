package io.copytaster.ingest.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How feeds are shared among instances.
 *
 * @param instance the name of this one, which owns its leases
 * @param lease how long a claim lasts unless it is renewed
 */
@ConfigurationProperties(prefix = "copytaster.source", ignoreUnknownFields = false)
record SourceSettings(
        @DefaultValue("0") String instance,
        @DefaultValue("2m") Duration lease) {

    SourceSettings {
        if (instance.isBlank()) {
            throw new IllegalArgumentException("expected a name in copytaster.instance, got none");
        }
        if (lease.compareTo(Duration.ofSeconds(10)) < 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("expected 10s to 1h in copytaster.source.lease, got " + lease);
        }
    }
}
