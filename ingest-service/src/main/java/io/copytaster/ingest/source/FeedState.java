package io.copytaster.ingest.source;

import io.copytaster.ingest.health.Health;
import io.copytaster.ingest.pace.EntryRate;
import io.copytaster.ingest.pace.NextCheck;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import io.copytaster.ingest.volume.EntryCounts;
import io.copytaster.ingest.volume.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a feed from polling it.
 *
 * @param move null while nobody says that it moved
 */
public record FeedState(
        Health health,
        Validators validators,
        Traffic traffic,
        Words words,
        NextCheck next,
        @Nullable Move move) {

    /**
     * What came.
     *
     * @param lastNewAt when a new entry came last; null while none did
     * @param volume as it was last looked at
     */
    public record Traffic(
            EntryRate rate, EntryCounts counts, @Nullable Instant lastNewAt, Volume volume) {}

    /**
     * What it says about itself.
     *
     * @param title null while unknown
     * @param link the page that it belongs to; null while unknown
     * @param language as written; null while unknown
     * @param warnings what was wrong with the document last
     * @param rhythm how often it asks to be polled, which counts while it does not change too
     */
    public record Words(
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            List<String> warnings,
            Rhythm rhythm) {

        /** Nothing yet. */
        public static final Words NONE = new Words(null, null, null, List.of(), Rhythm.UNKNOWN);

        private static final int MOST_WARNINGS = 20;

        public Words {
            warnings = Objects.requireNonNullElse(warnings, List.<String>of()).stream()
                    .limit(MOST_WARNINGS)
                    .toList();
            rhythm = Objects.requireNonNullElse(rhythm, Rhythm.UNKNOWN);
        }
    }

    /** A feed that was never polled, to be polled at once. */
    public static FeedState start(Instant now) {
        var traffic = new Traffic(EntryRate.UNKNOWN, EntryCounts.from(now), null, Volume.UNKNOWN);
        return new FeedState(
                Health.NEW, Validators.NONE, traffic, Words.NONE, new NextCheck(now, "it was never polled"), null);
    }

    /** The same to be polled at another time. */
    public FeedState due(NextCheck other) {
        return new FeedState(health, validators, traffic, words, other, move);
    }
}
