package io.copytaster.ingest.publish;

import io.copytaster.ingest.revision.Edition;

/** An edition on its way to the log, with the trace that it continues there. */
public record Outgoing(Edition edition, Trace trace) {}
