package io.copytaster.ingest.pace;

import io.copytaster.ingest.pace.Wish.Force;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a feed itself asks for: {@code ttl}, {@code sy:updatePeriod}, {@code skipHours} and {@code skipDays}. */
public final class FeedWishes {

    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private FeedWishes() {}

    /** The wishes of a feed about the time after now. */
    public static List<Wish> of(Rhythm rhythm, Instant now) {
        var wishes = new ArrayList<Wish>();
        wish("the feed's ttl", rhythm.ttl(), now).ifPresent(wishes::add);
        wish("the feed's update period", rhythm.updatePeriod(), now).ifPresent(wishes::add);
        return wishes;
    }

    /** The first instant from one on at which the feed may be polled; the same one where it forbids all. */
    public static Instant outsideSkipped(Rhythm rhythm, Instant from) {
        var at = from;
        for (int i = 0; i < HOURS_OF_A_WEEK; i++) {
            if (!isSkipped(rhythm, at)) {
                return at;
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return from;
    }

    private static boolean isSkipped(Rhythm rhythm, Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        return rhythm.skipHours().contains(utc.getHour()) || rhythm.skipDays().contains(utc.getDayOfWeek());
    }

    private static Optional<Wish> wish(String who, @Nullable Duration wait, Instant now) {
        return Optional.ofNullable(wait).map(length -> new Wish(who, now.plus(length), Force.HINT));
    }
}
