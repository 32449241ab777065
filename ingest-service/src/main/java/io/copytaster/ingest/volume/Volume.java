package io.copytaster.ingest.volume;

import java.util.Locale;

/**
 * What a feed brought during the last full day, against what it usually brings in one.
 *
 * @param lastDay new entries of the last 24 hours, in full quarters of a day
 * @param usual the median of the days before; 0 while unknown
 */
public record Volume(Level level, int lastDay, double usual) {

    /** Nothing is known yet. */
    public static final Volume UNKNOWN = new Volume(Level.UNKNOWN, 0, 0);

    /** Whether the last day was like the others. */
    public enum Level {
        /** Too little was observed to say. */
        UNKNOWN,
        USUAL,
        /** At least three times as much as usual, and more than on any day observed. */
        HIGHER,
        /** At least 60 % less than usual, and less than on any day observed. */
        LOWER,
        /** Nothing at all, where there was something on every day observed. */
        SILENT;

        /** As users see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
