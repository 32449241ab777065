package io.copytaster.ingest.source;

import java.time.Instant;

/**
 * Something that happened to a feed and that its owner wants to know.
 *
 * @param what a word: failing, parked, recovered, quiet, heard, moved, gone, lower, higher, silent, usual
 * @param reason a sentence
 */
public record FeedChange(String what, String reason, Instant at) {}
