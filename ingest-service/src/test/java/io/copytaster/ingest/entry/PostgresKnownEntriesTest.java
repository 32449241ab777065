package io.copytaster.ingest.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.source.FeedDraft;
import io.copytaster.ingest.source.FeedDraft.Filing;
import io.copytaster.ingest.source.FeedId;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.FullText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresKnownEntriesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final IngestServer service = IngestServer.shared();
    private final Feeds feeds = service.part(Feeds.class);
    private final KnownEntries entries = service.part(KnownEntries.class);
    private final FeedId feed = feeds.add(
                    new FeedDraft(
                            "https://entries.example/feed",
                            null,
                            null,
                            null,
                            new Filing(List.of(), FullText.AUTO, false)),
                    NOW)
            .orElseThrow()
            .id();

    @AfterEach
    void remove() {
        feeds.remove(feed);
    }

    @Test
    void keeps_entries_as_they_are_now() {
        // Given
        var first = new KnownEntry("k", "https://a.example/1", "sha256:1", NOW, 2);
        var later = new KnownEntry("k", "https://a.example/2", "sha256:2", null, 0);
        keep(NOW, first, entry("other", ""));

        // When
        keep(NOW, later);

        // Then
        assertThat(entries.find(feed.value(), List.of("k", "unknown")))
                .containsOnlyKeys("k")
                .containsValue(later);
    }

    @Test
    void keeps_when_a_page_is_tried_again() {
        // Given
        var due = new KnownEntry("k", "", "sha256:1", NOW.plusMillis(1), 2);

        // When
        keep(NOW, due);

        // Then
        assertThat(entries.find(feed.value(), List.of("k"))).containsValue(due);
    }

    @Test
    void an_entry_belongs_to_its_feed() {
        // Given
        keep(NOW, entry("k", ""));

        // When
        var elsewhere = entries.find("f_" + "z".repeat(26), List.of("k"));

        // Then
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void keeps_the_longest_keys_and_addresses_that_are_given() {
        // Given
        var letters = new StringBuilder();
        new Random(4).ints(EntryNames.LONGEST_KEY, 0x4e00, 0x9fff).forEach(letter -> letters.append((char) letter));
        var longest = entry(letters.toString(), letters.toString());

        // When
        keep(NOW, longest);

        // Then
        assertThat(entries.find(feed.value(), List.of(longest.key()))).containsValue(longest);
    }

    @Test
    void tells_addresses_that_were_given_to_several() {
        // Given
        keep(NOW, entry("1", "https://a.example/"), entry("2", "https://a.example/"), entry("3", "https://a.example/"));
        keep(NOW, entry("4", "https://b.example/"), entry("5", "https://b.example/"));

        // When
        var shared = entries.sharedAddresses(
                feed.value(), List.of("https://a.example/", "https://b.example/", "https://c.example/"), 3);

        // Then
        assertThat(shared).containsExactly("https://a.example/");
    }

    @Test
    void nothing_asks_for_nothing() {
        // When
        entries.keep(feed.value(), List.of(), NOW);

        // Then
        assertThat(entries.find(feed.value(), List.of())).isEmpty();
        assertThat(entries.sharedAddresses(feed.value(), List.of(), 3)).isEmpty();
    }

    @Test
    void forgets_what_no_feed_showed_for_long_a_few_at_a_time() {
        // Given
        var longAgo = Instant.parse("1990-01-01T00:00:00Z");
        keep(longAgo, entry("1", ""), entry("2", ""), entry("3", ""));
        entries.shown(feed.value(), List.of("2"), NOW);

        // When
        int first = entries.forgetNotShownSince(longAgo.plus(Duration.ofDays(1)), 1);
        int second = entries.forgetNotShownSince(longAgo.plus(Duration.ofDays(1)), 5);

        // Then
        assertThat(List.of(first, second)).containsExactly(1, 1);
        assertThat(entries.find(feed.value(), List.of("1", "2", "3"))).containsOnlyKeys("2");
    }

    private void keep(Instant at, KnownEntry... known) {
        entries.keep(feed.value(), List.of(known), at);
    }

    private static KnownEntry entry(String key, String address) {
        return new KnownEntry(key, address, "sha256:1", null, 0);
    }
}
