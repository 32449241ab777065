package io.copytaster.ingest.intake;

import io.copytaster.runtime.settings.SettingBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the HTTP door lets in at a time.
 *
 * @param permits batches whose waves are decided at a time; each holds a database connection, so keep all workers and permits
 *     together below the pool's size
 * @param patience how long a single request waits for its turn before it is answered 429
 * @param batchPatience how long a batch waits for a permit before its lines are answered 429
 * @param waveSize lines of a batch, or single requests, that are decided together at most
 * @param maxRequest largest request with one article, and largest line of a batch
 * @param retryAfter what a refused sender is told to wait
 * @param singles how requests with one article are gathered
 * @param backfill how much history is let in beside
 */
@ConfigurationProperties(prefix = "copytaster.intake", ignoreUnknownFields = false)
record IntakeSettings(
        @DefaultValue("8") int permits,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("10s") Duration batchPatience,
        @DefaultValue("200") int waveSize,
        @DefaultValue("2MB") DataSize maxRequest,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue Singles singles,
        @DefaultValue Backfill backfill) {

    private static final SettingBounds BOUNDS = new SettingBounds("copytaster.intake");

    /**
     * Requests with one article, which are decided together as they come.
     *
     * @param workers waves that are decided at a time
     * @param waiting requests in hand at most
     * @param memory bytes of these requests together at most
     */
    record Singles(
            @DefaultValue("2") int workers,
            @DefaultValue("1000") int waiting,
            @DefaultValue("32MB") DataSize memory) {

        Singles {
            BOUNDS.require(1, 100, "singles.workers", workers);
            BOUNDS.require(1, 100_000, "singles.waiting", waiting);
            if (memory.toMegabytes() < 1 || memory.toGigabytes() > 16) {
                throw new IllegalArgumentException(
                        "expected 1MB to 16GB in copytaster.intake.singles.memory, got " + memory);
            }
        }

        int kilobytes() {
            return Math.toIntExact(memory.toKilobytes());
        }
    }

    /**
     * History, which never delays what happens now.
     *
     * @param permits batches of history whose waves are decided at a time
     * @param perSecond articles of history that are let in per second, of all batches together
     */
    record Backfill(
            @DefaultValue("2") int permits,
            @DefaultValue("500") int perSecond) {

        Backfill {
            BOUNDS.require(1, 1000, "backfill.permits", permits);
            BOUNDS.require(1, 1_000_000, "backfill.per-second", perSecond);
        }
    }

    IntakeSettings {
        BOUNDS.require(1, 1000, "permits", permits);
        BOUNDS.require(1, 1000, "wave-size", waveSize);
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

    private static void refuseNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "expected no negative duration in copytaster.intake." + key + ", got " + value);
        }
    }
}
