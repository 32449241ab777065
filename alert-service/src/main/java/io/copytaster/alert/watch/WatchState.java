package io.copytaster.alert.watch;

/** Whether a watch matches, and if not, why. */
public sealed interface WatchState {

    /** It matches. */
    record Active() implements WatchState {}

    /** Its owner lets it rest. */
    record Paused() implements WatchState {}

    /** Its query cannot be used any more; the owner has to mend it. */
    record Disabled(String reason) implements WatchState {}

    /** It is gone; its row remains for a while so that every matcher learns of it. */
    record Deleted() implements WatchState {}
}
