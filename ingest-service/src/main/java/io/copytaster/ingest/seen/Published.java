package io.copytaster.ingest.seen;

import io.copytaster.ingest.revision.Edition;

/** An edition that is on the log, and where. */
public record Published(Edition edition, StreamPosition position) {}
