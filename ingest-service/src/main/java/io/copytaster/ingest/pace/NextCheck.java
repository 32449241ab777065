package io.copytaster.ingest.pace;

import java.time.Instant;

/**
 * When a feed is polled next.
 *
 * @param reason what decided, for people
 */
public record NextCheck(Instant at, String reason) {}
