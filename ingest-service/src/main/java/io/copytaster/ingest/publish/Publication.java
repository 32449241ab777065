package io.copytaster.ingest.publish;

import io.copytaster.ingest.seen.StreamPosition;

/** What became of an edition that was sent to the log. */
public sealed interface Publication {

    /** The broker has it, on as many copies as it asks for. */
    record OnLog(StreamPosition position) implements Publication {}

    /** Nobody knows whether the broker has it; the reason is a sentence. */
    record Unconfirmed(String reason) implements Publication {}
}
