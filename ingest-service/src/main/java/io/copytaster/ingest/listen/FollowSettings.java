package io.copytaster.ingest.listen;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service follows its own streams.
 *
 * @param instance the part of the static group id that is this instance's own
 * @param pause between two readings, so that what is just being remembered is remembered when it is read
 * @param maxRecords records of one reading at most
 */
@ConfigurationProperties(prefix = "copytaster.follow", ignoreUnknownFields = false)
record FollowSettings(
        @DefaultValue("0") String instance,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("2000") int maxRecords) {

    FollowSettings {
        if (instance.isBlank()) {
            throw new IllegalArgumentException("expected a name in copytaster.instance, got none");
        }
        if (pause.isNegative() || pause.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("expected 0s to 1m in copytaster.follow.pause, got " + pause);
        }
        if (maxRecords < 1 || maxRecords > 10_000) {
            throw new IllegalArgumentException(
                    "expected 1 to 10000 in copytaster.follow.max-records, got " + maxRecords);
        }
    }
}
