package io.copytaster.ingest.seen;

/** A place on the log. */
public record StreamPosition(String stream, int partition, long offset) {

    /** Whether this place comes after another of the same stream; between streams there is no order. */
    boolean isAfter(StreamPosition other) {
        return stream.equals(other.stream) && partition == other.partition && offset > other.offset;
    }
}
