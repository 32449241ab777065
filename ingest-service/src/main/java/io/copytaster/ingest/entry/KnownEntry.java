package io.copytaster.ingest.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was when it was taken in last.
 *
 * @param pageDueAt when its page is tried again, because it could not be read; null where there is nothing to try
 * @param pageTries how often its page could not be read
 */
public record KnownEntry(
        String key, String address, String digest, @Nullable Instant pageDueAt, int pageTries) {}
