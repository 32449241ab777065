package io.copytaster.alert.watch;

/**
 * How a watch behaves.
 *
 * @param alertOnBackfill whether articles from history raise alerts; they are matched either way
 * @param paused whether it rests: a paused watch matches nothing
 */
public record WatchOptions(boolean alertOnBackfill, boolean paused) {

    /** What a watch does unless its owner says otherwise. */
    public static final WatchOptions USUAL = new WatchOptions(false, false);
}
