package io.copytaster.ingest.volume;

import io.copytaster.ingest.volume.Volume.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * New entries of a feed in quarters of a day, over four weeks. A day is unusual only where it lies outside all days observed, so
 * that weekends are no alarm; the bounds of 60 % less and three times as much are what people ask for.
 *
 * @param since the first quarter that was observed
 * @param quarters counts by quarter since 1970, those without entries left out
 */
public record EntryCounts(long since, SortedMap<Long, Integer> quarters) {

    /** Quarters that are kept. */
    public static final int KEPT = 4 * 29;

    private static final long QUARTER_SECONDS = Duration.ofHours(6).toSeconds();
    private static final int QUARTERS_OF_A_DAY = 4;
    private static final int FEWEST_DAYS = 7;
    private static final int MOST_DAYS = 28;
    private static final double LOW = 0.4;
    private static final double HIGH = 3;
    /** Fewer a day are too few to miss any. */
    private static final double FEWEST_USUAL = 3;
    /** So many more are worth a word. */
    private static final int FEWEST_MORE = 10;

    public EntryCounts {
        quarters = new TreeMap<>(quarters);
    }

    /** Nothing was counted yet. */
    public static EntryCounts from(Instant start) {
        return new EntryCounts(quarter(start), new TreeMap<>());
    }

    /** With so many more entries now. */
    public EntryCounts plus(int entries, Instant at) {
        var next = new TreeMap<>(quarters.tailMap(quarter(at) - KEPT));
        if (entries > 0) {
            next.merge(quarter(at), entries, Integer::sum);
        }
        return new EntryCounts(Math.max(since, quarter(at) - KEPT), next);
    }

    /** The last full day against those before. */
    public Volume volume(Instant now) {
        long end = quarter(now);
        int last = day(end);
        var before = new ArrayList<Integer>();
        for (int i = 1; i <= MOST_DAYS && end - QUARTERS_OF_A_DAY * (i + 1L) >= since; i++) {
            before.add(day(end - (long) QUARTERS_OF_A_DAY * i));
        }
        if (before.size() < FEWEST_DAYS) {
            return new Volume(Level.UNKNOWN, last, 0);
        }
        var sorted = before.stream().sorted().toList();
        double usual = median(sorted);
        return new Volume(level(last, usual, sorted), last, usual);
    }

    /**
     * Quarters of a day with new entries that are usual in a day, from those up to an instant; 0 where fewer than two were
     * observed. Not the entries count but when they come, because many feeds bring those of a week at once.
     */
    public double quartersPerDay(Instant until) {
        long end = quarter(until) + 1;
        int with = quarters.headMap(end).size();
        double days = Math.max(1.0, (double) (end - since) / QUARTERS_OF_A_DAY);
        return with < 2 ? 0 : with / days;
    }

    private static Level level(int last, double usual, List<Integer> sorted) {
        if (usual >= FEWEST_USUAL && last == 0 && sorted.getFirst() > 0) {
            return Level.SILENT;
        }
        if (usual >= FEWEST_USUAL && last <= LOW * usual && last < sorted.getFirst()) {
            return Level.LOWER;
        }
        if (last >= HIGH * usual && last - usual >= FEWEST_MORE && last > sorted.getLast()) {
            return Level.HIGHER;
        }
        return Level.USUAL;
    }

    private int day(long end) {
        return quarters.subMap(end - QUARTERS_OF_A_DAY, end).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static double median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static long quarter(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS);
    }
}
