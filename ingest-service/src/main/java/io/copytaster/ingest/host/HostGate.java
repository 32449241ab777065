package io.copytaster.ingest.host;

import java.time.Duration;
import java.util.Optional;

/** Lets requests to one host through a few at a time and some time apart, whichever instance sends them. Thread-safe. */
public interface HostGate {

    /**
     * Waits for a turn at a host; none when there was none in time. Blocks, so call it on a virtual thread. A pass that is not
     * closed ends by itself.
     */
    Optional<HostPass> enter(String host, Duration patience);

    /** Forgets hosts that nobody asked for in a day; the number forgotten. */
    int forgetIdle();
}
