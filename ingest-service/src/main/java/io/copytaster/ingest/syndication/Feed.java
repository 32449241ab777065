package io.copytaster.ingest.syndication;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was read.
 *
 * @param entries in the order of the document
 * @param warnings what is wrong with the document and what was left out, for people; few, each once
 */
public record Feed(Head head, List<FeedEntry> entries, List<String> warnings) {

    public Feed {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }

    /**
     * What the feed says about itself.
     *
     * @param title plain text; null without one
     * @param link the page it belongs to, absolute; null without one
     * @param language of the feed as written, mostly BCP 47; null if unknown
     * @param self the address it gives for itself, absolute; null without one
     * @param hubs WebSub hubs, absolute
     */
    public record Head(
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            @Nullable String self,
            List<String> hubs,
            Rhythm rhythm) {

        public Head {
            hubs = List.copyOf(hubs);
        }
    }

    /**
     * How often the feed asks to be polled.
     *
     * @param ttl how long it may be cached; null if it does not say
     * @param skipHours hours of the day in UTC, 0 to 23, at which it is not to be polled
     * @param skipDays days in UTC at which it is not to be polled
     * @param updatePeriod how often it is updated (RSS 1.0 syndication module); null if it does not say
     */
    public record Rhythm(
            @Nullable Duration ttl,
            Set<Integer> skipHours,
            Set<DayOfWeek> skipDays,
            @Nullable Duration updatePeriod) {

        /** It does not say. */
        public static final Rhythm UNKNOWN = new Rhythm(null, Set.of(), Set.of(), null);

        public Rhythm {
            skipHours = Set.copyOf(skipHours);
            skipDays = Set.copyOf(skipDays);
        }
    }
}
