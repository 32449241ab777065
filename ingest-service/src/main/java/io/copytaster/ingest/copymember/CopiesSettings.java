package io.copytaster.ingest.copymember;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How copies are looked for.
 *
 * @param window how far apart a text and its copy may come in
 * @param capacity the most members among which copies are looked for, some 200 bytes of heap each; the latest ones count. The same on
 *     every instance
 */
@ConfigurationProperties(prefix = "copytaster.copies", ignoreUnknownFields = false)
record CopiesSettings(
        @DefaultValue("7d") Duration window,
        @DefaultValue("500000") int capacity) {

    private static final int LEAST_CAPACITY = 1_000;
    private static final int MOST_CAPACITY = 50_000_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    CopiesSettings {
        if (!window.isPositive() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "expected more than nothing and at most 365d in copytaster.copies.window, got " + window);
        }
        if (capacity < LEAST_CAPACITY || capacity > MOST_CAPACITY) {
            throw new IllegalArgumentException("expected " + LEAST_CAPACITY + " to " + MOST_CAPACITY
                    + " in copytaster.copies.capacity, got " + capacity);
        }
    }
}
