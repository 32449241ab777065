package io.copytaster.ingest.feed;

import io.copytaster.ingest.pace.Pace;
import io.copytaster.ingest.syndication.FeedBounds;
import io.copytaster.runtime.settings.SettingBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How feeds are polled.
 *
 * @param enabled whether this instance polls
 * @param concurrency feeds that this instance polls at a time
 * @param tick how often it looks for feeds that are due
 * @param pace when a feed is polled
 * @param bounds how large a feed may be
 * @param entries what is made of entries
 */
@ConfigurationProperties(prefix = "copytaster.feed", ignoreUnknownFields = false)
record FeedSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("32") int concurrency,
        @DefaultValue("500ms") Duration tick,
        @DefaultValue PaceSettings pace,
        @DefaultValue BoundSettings bounds,
        @DefaultValue EntrySettings entries) {

    private static final SettingBounds BOUNDS = new SettingBounds("copytaster.feed");

    FeedSettings {
        BOUNDS.require(1, 1000, "concurrency", concurrency);
        BOUNDS.require(Duration.ofMillis(10), Duration.ofMinutes(1), "tick", tick);
    }

    /**
     * When a feed is polled.
     *
     * @param first between polls of a feed of which nothing is known
     * @param shortest between polls of one feed, whatever it does
     * @param longest between polls of one feed that works, whatever it or its server asks for
     * @param parked between polls of a feed that was given up
     * @param failures weighted failures after which a feed is given up
     */
    record PaceSettings(
            @DefaultValue("10m") Duration first,
            @DefaultValue("2m") Duration shortest,
            @DefaultValue("6h") Duration longest,
            @DefaultValue("1d") Duration parked,
            @DefaultValue("30") int failures) {

        PaceSettings {
            BOUNDS.require(Duration.ofSeconds(1), Duration.ofDays(1), "pace.shortest", shortest);
            BOUNDS.require(shortest, Duration.ofDays(30), "pace.longest", longest);
            BOUNDS.require(shortest, longest, "pace.first", first);
            BOUNDS.require(Duration.ofMinutes(1), Duration.ofDays(30), "pace.parked", parked);
            BOUNDS.require(1, 10_000, "pace.failures", failures);
        }

        Pace.Bounds bounds() {
            return new Pace.Bounds(first, shortest, longest, parked);
        }
    }

    /**
     * How large a feed may be; a larger one is refused with its reason, never cut.
     *
     * @param size of the document, decompressed
     * @param elements tags in it, or values in JSON
     * @param entries of the feed
     */
    record BoundSettings(
            @DefaultValue("8MB") DataSize size,
            @DefaultValue("250000") int elements,
            @DefaultValue("10000") int entries) {

        BoundSettings {
            BOUNDS.require(1, 1_000_000, "bounds.entries", entries);
            BOUNDS.require(1, 10_000_000, "bounds.elements", elements);
            if (size.toBytes() < 1024 || size.compareTo(DataSize.ofMegabytes(64)) > 0) {
                throw new IllegalArgumentException("expected 1KB to 64MB in copytaster.feed.bounds.size, got " + size);
            }
        }

        FeedBounds feed() {
            return new FeedBounds(Math.toIntExact(size.toBytes()), elements, entries);
        }
    }

    /**
     * What is made of entries.
     *
     * @param wave entries that are decided together at most
     * @param history entries published so long before their feed was added are history
     * @param fullText characters from which the text in a feed counts as the whole text
     * @param pages pages that one poll reads at most; what is left over follows soon
     * @param pageRetries how often the page of an entry is tried again after it could not be read
     */
    record EntrySettings(
            @DefaultValue("100") int wave,
            @DefaultValue("1d") Duration history,
            @DefaultValue("1000") int fullText,
            @DefaultValue("40") int pages,
            @DefaultValue("3") int pageRetries) {

        EntrySettings {
            BOUNDS.require(1, 1000, "entries.wave", wave);
            BOUNDS.require(Duration.ofMinutes(1), Duration.ofDays(3650), "entries.history", history);
            BOUNDS.require(1, 1_000_000, "entries.full-text", fullText);
            BOUNDS.require(1, 10_000, "entries.pages", pages);
            BOUNDS.require(0, 100, "entries.page-retries", pageRetries);
        }
    }
}
