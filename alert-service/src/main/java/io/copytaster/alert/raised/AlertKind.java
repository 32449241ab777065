package io.copytaster.alert.raised;

/** Why somebody is told now. */
public enum AlertKind {
    /** The first article of a story that the watch fits. */
    NEW_STORY,
    /** The story has moved. */
    DEVELOPMENT,
    /** What was told is corrected. */
    CORRECTION,
    /** The story is back after a silence. */
    RESURFACED,
    /** What was told is withdrawn. */
    WITHDRAWAL,
    /** Nothing came where something was expected. */
    SILENCE,
    /** Much more came than usual. */
    VOLUME
}
