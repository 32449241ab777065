package io.copytaster.ingest.robots;

import io.copytaster.runtime.settings.SettingBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How robots.txt files are kept.
 *
 * @param maxAge how long a file is good; a day at most, as RFC 9309 asks
 * @param retry when a file that could not be had is asked for again
 * @param memory how much of all files together is kept; a busy site's file has some kilobytes
 */
@ConfigurationProperties(prefix = "copytaster.robots", ignoreUnknownFields = false)
public record RobotsSettings(
        @DefaultValue("24h") Duration maxAge,
        @DefaultValue("15m") Duration retry,
        @DefaultValue("16MB") DataSize memory) {

    private static final SettingBounds BOUNDS = new SettingBounds("copytaster.robots");

    public RobotsSettings {
        BOUNDS.require(Duration.ofMinutes(1), Duration.ofHours(24), "max-age", maxAge);
        BOUNDS.require(Duration.ofSeconds(1), Duration.ofHours(24), "retry", retry);
        if (memory.toBytes() < 1024 || memory.toGigabytes() > 1) {
            throw new IllegalArgumentException("expected 1KB to 1GB in copytaster.robots.memory, got " + memory);
        }
    }

    long memoryBytes() {
        return memory.toBytes();
    }
}
