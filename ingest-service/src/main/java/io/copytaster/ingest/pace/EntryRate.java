package io.copytaster.ingest.pace;

import java.time.Duration;

/**
 * How often new entries really come: two counts that forget, one with a half-life of a day and one of an hour, so that a burst
 * is followed at once and a quiet night does not make a busy feed slow for long.
 *
 * @param dayEntries entries in the slow count
 * @param dayHours the hours that it covers
 * @param hourEntries entries in the fast count
 * @param hourHours the hours that it covers
 */
public record EntryRate(double dayEntries, double dayHours, double hourEntries, double hourHours) {

    /** Nothing was observed yet. */
    public static final EntryRate UNKNOWN = new EntryRate(0, 0, 0, 0);

    private static final double DAY_HALF_LIFE = 24;
    private static final double HOUR_HALF_LIFE = 1;
    /** A first guess weighs as much as so many observed hours, and less the more was observed. */
    private static final double GUESS_HOURS = 3;

    private static final double GUESS_HALF_LIFE = 4;
    /** A burst is one only when it is more than one poll's luck. */
    private static final double LEAST_BURST_HOURS = 0.5;

    /** The rate after a poll that found so many new entries since the poll before. */
    public EntryRate after(int newEntries, Duration since) {
        double hours = Math.max(0, since.toMillis() / 3_600_000.0);
        double day = Math.pow(0.5, hours / DAY_HALF_LIFE);
        double hour = Math.pow(0.5, hours / HOUR_HALF_LIFE);
        return new EntryRate(
                dayEntries * day + newEntries,
                dayHours * day + hours,
                hourEntries * hour + newEntries,
                hourHours * hour + hours);
    }

    /** New entries an hour that are to be expected now; {@code guess} is what to believe before anything is known. */
    public double perHour(double guess) {
        double weight = GUESS_HOURS * Math.pow(0.5, dayHours / GUESS_HALF_LIFE);
        double slow = (dayEntries + guess * weight) / (dayHours + weight);
        double fast = hourHours < LEAST_BURST_HOURS ? 0 : hourEntries / hourHours;
        return Math.max(slow, fast);
    }

    /** New entries a day, as observed; 0 where nothing was. */
    public double perDay() {
        return dayHours <= 0 ? 0 : dayEntries / dayHours * 24;
    }
}
