package io.copytaster.ingest.retention;

import io.copytaster.ingest.entry.KnownEntries;
import io.copytaster.ingest.host.HostGate;
import io.copytaster.ingest.source.Feeds;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what feeds stopped showing long ago, and hosts that nobody asks. Safe on many instances at once. */
final class FeedHousekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHousekeeping.class);

    private final KnownEntries entries;
    private final Feeds feeds;
    private final HostGate hosts;
    private final RetentionSettings settings;
    private final Clock clock;

    FeedHousekeeping(KnownEntries entries, Feeds feeds, HostGate hosts, RetentionSettings settings, Clock clock) {
        this.entries = entries;
        this.feeds = feeds;
        this.hosts = hosts;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; what is left after a bounded number of chunks waits for the next. */
    void clean() {
        var now = clock.instant();
        int chunk = settings.chunk();
        int forgotten = Chunks.of(chunk, () -> entries.forgetNotShownSince(now.minus(settings.entries()), chunk));
        int changes = Chunks.of(chunk, () -> feeds.forgetChangesBefore(now.minus(settings.changes()), chunk));
        int idle = hosts.forgetIdle();
        LOG.atInfo()
                .addKeyValue("entries", forgotten)
                .addKeyValue("changes", changes)
                .addKeyValue("hosts", idle)
                .log("cleaned up after feeds");
    }
}
