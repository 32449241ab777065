package io.copytaster.alert.watch;

/** What became of the wish to change or delete a watch. */
public sealed interface WatchChange {

    /** It is done; this is the new revision. */
    record Changed(Watch watch) implements WatchChange {}

    /** The subscriber has no such watch. */
    record Missing() implements WatchChange {}

    /** Somebody changed it since the expected revision; nothing was done. */
    record Stale(long revision) implements WatchChange {}
}
