package io.copytaster.ingest.host;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one host gets from us, over all instances.
 *
 * @param requests requests at a time, for feeds, pages and robots.txt together
 * @param spacing between the beginnings of two requests
 * @param longest how long a request can take at most; a turn ends by itself after that
 */
@ConfigurationProperties(prefix = "copytaster.host", ignoreUnknownFields = false)
record HostSettings(
        @DefaultValue("2") int requests,
        @DefaultValue("1s") Duration spacing,
        @DefaultValue("60s") Duration longest) {

    HostSettings {
        if (requests < 1 || requests > 100) {
            throw new IllegalArgumentException("expected 1 to 100 in copytaster.host.requests, got " + requests);
        }
        if (spacing.isNegative() || spacing.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("expected 0 to 1h in copytaster.host.spacing, got " + spacing);
        }
        if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("expected 1s to 1h in copytaster.host.longest, got " + longest);
        }
    }
}
