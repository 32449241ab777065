package io.copytaster.ingest.measure;

/**
 * The metrics of ingest-service. Two sums hold at every instant, because both sides are read from one row of the
 * database: {@link #TAKEN} = the sum of {@link #ITEMS} over its tag {@code outcome}; {@link #UNACCOUNTED} = 0. They
 * survive a crash, and every instance tells the same.
 */
public enum IngestMeter {
    /** Items that came in since the beginning, repeats included. */
    TAKEN("copytaster.ingest.taken"),
    /** Items that ended in an outcome since the beginning; tag {@code outcome}. What is pending can become fewer. */
    ITEMS("copytaster.ingest.items"),
    /** Items that came in and have no outcome; anything but zero is a bug. */
    UNACCOUNTED("copytaster.ingest.unaccounted"),
    /** Decisions that this instance would let in now; zero means that senders are told to wait. */
    PERMITS("copytaster.ingest.permits.free"),
    /** Polls of feeds by this instance; tag {@code outcome}. */
    POLLS("copytaster.ingest.polls"),
    /** Feeds by their condition; tag {@code state}. */
    FEEDS("copytaster.ingest.feeds"),
    /** Revisions that this instance remembered late, because a crash came between publishing and remembering. */
    REPAIRED("copytaster.ingest.repaired"),
    /** Articles that this instance no longer compares with newcomers, although they are within the window, for lack of room. */
    COPIES_FORGOTTEN("copytaster.ingest.copies.forgotten");

    private final String key;

    IngestMeter(String key) {
        this.key = key;
    }

    /** The metric's name; public, it only ever grows. */
    public String key() {
        return key;
    }
}
