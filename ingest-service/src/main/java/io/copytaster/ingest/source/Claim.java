package io.copytaster.ingest.source;

import java.util.UUID;

/**
 * The right to poll a feed, for a time.
 *
 * @param lease names this right; another claim of the same feed has another
 */
public record Claim(PolledFeed feed, UUID lease) {}
