package io.copytaster.ingest.poll;

import java.time.Duration;

/**
 * What one poll of a feed came to.
 *
 * @param reason what happened, for people
 */
public record PollReport(End end, String reason, EntryTally entries, Duration took) {

    /** How it ended. */
    public enum End {
        /** A document was read. */
        READ,
        /** The feed is as it was. */
        UNCHANGED,
        /** No feed could be read. */
        FAILED,
        /** Somebody else polls it now. */
        BUSY
    }
}
