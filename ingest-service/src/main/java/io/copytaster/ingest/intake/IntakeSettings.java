package io.copytaster.ingest.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the HTTP door lets in at a time.
 *
 * @param permits waves that are decided at a time; each holds a database connection, so keep it below the pool's size
 * @param patience how long a single request waits for a permit before it is answered 429
 * @param batchPatience how long a batch waits for a permit before its lines are answered 429
 * @param waveSize lines of a batch that are decided together at most
 * @param maxRequest largest request with one article, and largest line of a batch
 * @param retryAfter what a refused sender is told to wait
 */
@ConfigurationProperties(prefix = "copytaster.intake", ignoreUnknownFields = false)
record IntakeSettings(
        @DefaultValue("12") int permits,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("10s") Duration batchPatience,
        @DefaultValue("100") int waveSize,
        @DefaultValue("2MB") DataSize maxRequest,
        @DefaultValue("1s") Duration retryAfter) {

    IntakeSettings {
        refuseOutside(1, 1000, "permits", permits);
        refuseOutside(1, 1000, "wave-size", waveSize);
        if (maxRequest.toBytes() < 1024 || maxRequest.toMegabytes() > 16) {
            throw new IllegalArgumentException(
                    "expected 1KB to 16MB in copytaster.intake.max-request, got " + maxRequest);
        }
        refuseNegative("patience", patience);
        refuseNegative("batch-patience", batchPatience);
        refuseNegative("retry-after", retryAfter);
    }

    long requestBytes() {
        return maxRequest.toBytes();
    }

    private static void refuseOutside(int least, int most, String key, int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "expected " + least + " to " + most + " in copytaster.intake." + key + ", got " + value);
        }
    }

    private static void refuseNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "expected no negative duration in copytaster.intake." + key + ", got " + value);
        }
    }
}
