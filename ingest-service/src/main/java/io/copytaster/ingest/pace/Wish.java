package io.copytaster.ingest.pace;

import java.time.Instant;

/**
 * Somebody asks not to be polled before an instant.
 *
 * @param who what asks, for people
 * @param force how far the wish is followed
 */
public record Wish(String who, Instant notBefore, Force force) {

    /** How far a wish is followed. */
    public enum Force {
        /** Up to the longest interval. */
        HINT,
        /** Up to the interval of parked feeds: the server said that it cannot take more. */
        DEMAND
    }
}
