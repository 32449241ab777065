package io.copytaster.ingest.seen;

/** A place on the log. */
public record StreamPosition(String stream, int partition, long offset) {}
