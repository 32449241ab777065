package io.copytaster.ingest.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.syndication.FeedEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {

    private static final String HOME = "https://gazette.example/";

    @Test
    void an_id_names_an_entry() {
        // When
        var named = one(entry("tag:gazette,7", HOME + "a", "Strike ends"));

        // Then
        assertThat(named.key()).isEqualTo("tag:gazette,7");
        assertThat(named.address()).isEqualTo(HOME + "a");
        assertThat(named.addressing()).isEqualTo(Addressing.OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void without_an_id_the_link_names_it(String id) {
        assertThat(one(entry(id, HOME + "a", "Strike ends")).key()).isEqualTo(HOME + "a");
        assertThat(one(entry(null, HOME + "a", "Strike ends")).key()).isEqualTo(HOME + "a");
    }

    @Test
    void without_id_and_link_its_words_name_it() {
        // When
        var named = EntryNames.of(List.of(entry(null, null, "Strike ends"), entry(null, null, "Rain expected")));

        // Then
        assertThat(named)
                .extracting(NamedEntry::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("sha256:"));
        assertThat(named).extracting(NamedEntry::address).containsOnly("");
    }

    @Test
    void an_entry_without_anything_has_a_name_too() {
        assertThat(one(entry(null, null, null)).key()).startsWith("sha256:");
    }

    @Test
    void tracking_parameters_make_no_new_entry() {
        // Given
        var mail = entry(HOME + "a?utm_source=mail&utm_medium=x", HOME + "a?utm_source=mail", "Strike ends");
        var feed = entry(HOME + "a?utm_source=feed", HOME + "a?fbclid=77", "Strike ends");

        // When
        var named = List.of(one(mail), one(feed));

        // Then
        assertThat(named).extracting(NamedEntry::key).containsOnly(HOME + "a");
        assertThat(named)
                .extracting(NamedEntry::digest)
                .containsOnly(named.getFirst().digest());
    }

    @Test
    void ids_that_are_urls_count_in_any_case_of_scheme_and_host() {
        assertThat(one(entry("HTTPS://Gazette.EXAMPLE/a", null, "Strike ends")).key())
                .isEqualTo(HOME + "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://[", "http://a b/c", "https://gazette.example:99999999/"})
    void an_id_that_is_no_url_after_all_stays_as_it_is(String id) {
        assertThat(one(entry(id, HOME + "a", "Strike ends")).key()).isEqualTo(id);
    }

    @Test
    void one_guid_for_all_items_names_none() {
        // When
        var named = EntryNames.of(IntStream.range(0, 5)
                .mapToObj(i -> entry("guid", HOME + i, "Title " + i))
                .toList());

        // Then
        assertThat(named)
                .extracting(NamedEntry::key)
                .containsExactly(HOME + "0", HOME + "1", HOME + "2", HOME + "3", HOME + "4");
        assertThat(named).extracting(NamedEntry::addressing).containsOnly(Addressing.OWN);
    }

    @Test
    void one_url_for_all_items_belongs_to_none() {
        // When
        var named = EntryNames.of(IntStream.range(0, 5)
                .mapToObj(i -> entry("guid-" + i, HOME, "Title " + i))
                .toList());

        // Then
        assertThat(named).extracting(NamedEntry::key).containsExactly("guid-0", "guid-1", "guid-2", "guid-3", "guid-4");
        assertThat(named).extracting(NamedEntry::addressing).containsOnly(Addressing.SHARED);
    }

    @Test
    void one_url_for_all_items_without_guids_leaves_their_words() {
        // When
        var named = EntryNames.of(IntStream.range(0, 5)
                .mapToObj(i -> entry(null, HOME, "Title " + i))
                .toList());

        // Then
        assertThat(named).hasSize(5).allMatch(each -> each.key().equals(each.digest()));
        assertThat(named).extracting(NamedEntry::addressing).containsOnly(Addressing.SHARED);
    }

    @Test
    void one_guid_and_one_url_for_all_items_leave_their_words() {
        // When
        var named = EntryNames.of(IntStream.range(0, 5)
                .mapToObj(i -> entry(HOME, HOME, "Title " + i))
                .toList());

        // Then
        assertThat(named).hasSize(5).allMatch(each -> each.key().equals(each.digest()));
        assertThat(named).extracting(NamedEntry::addressing).containsOnly(Addressing.SHARED);
    }

    @Test
    void one_url_for_all_items_without_titles_leaves_their_words() {
        // When
        var named = EntryNames.of(List.of(text(null, HOME, null, "first"), text(null, HOME, null, "second")));

        // Then
        assertThat(named).extracting(NamedEntry::key).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void an_entry_that_is_there_twice_is_there_once() {
        // Given
        var entry = entry("guid", HOME + "a", "Strike ends");

        // When
        var named = EntryNames.of(List.of(entry, entry("other", HOME + "b", "Rain expected"), entry));

        // Then
        assertThat(named).extracting(NamedEntry::key).containsExactly("guid", "other");
    }

    @Test
    void of_an_entry_that_is_there_in_two_versions_the_first_counts() {
        // Given
        var late = text("guid", HOME + "a", "Strike ends", "It is over, says everybody.");
        var early = text("guid", HOME + "a", "Strike ends", "It is over, says one.");

        // When
        var named = EntryNames.of(List.of(late, early));

        // Then
        assertThat(named).singleElement().extracting(NamedEntry::entry).isEqualTo(late);
    }

    @Test
    void every_key_is_there_once_whatever_a_feed_does() {
        // Given
        var names = new String[] {null, "guid", HOME, HOME + "#1", HOME + "?utm_source=x", "other"};
        var titles = new String[] {null, "", "Strike ends", "Rain expected"};
        var entries = IntStream.range(0, 6 * 6 * 4 * 2)
                .mapToObj(i -> text(
                        names[i % 6],
                        names[i / 6 % 6] == null || names[i / 6 % 6].startsWith("http") ? names[i / 6 % 6] : null,
                        titles[i / 36 % 4],
                        i / 144 == 0 ? "one" : "two"))
                .toList();

        // When
        var named = EntryNames.of(entries);

        // Then
        assertThat(named).extracting(NamedEntry::key).doesNotHaveDuplicates();
        assertThat(named).extracting(NamedEntry::digest).hasSizeGreaterThan(10);
    }

    @Test
    void missing_equal_and_future_dates_do_not_matter() {
        // Given
        var dates = new Instant[] {null, Instant.EPOCH, Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z")};

        // When
        var named = EntryNames.of(IntStream.range(0, 4)
                .mapToObj(i -> dated("guid-" + i, dates[i]))
                .toList());

        // Then
        assertThat(named).extracting(NamedEntry::key).containsExactly("guid-0", "guid-1", "guid-2", "guid-3");
    }

    @Test
    void a_touched_date_is_no_change() {
        assertThat(one(dated("guid", Instant.EPOCH)).digest())
                .isEqualTo(one(dated("guid", Instant.parse("2026-11-25T12:00:00Z")))
                        .digest());
    }

    @Test
    void other_words_are_a_change() {
        assertThat(one(text("guid", HOME, "Strike ends", "Over.")).digest())
                .isNotEqualTo(
                        one(text("guid", HOME, "Strike ends", "Not over.")).digest())
                .isNotEqualTo(one(text("guid", HOME, "Strike", " endsOver.")).digest());
    }

    @Test
    void huge_keys_are_replaced_by_their_digest() {
        // Given
        var huge = "g".repeat(1_000_000);

        // When
        var named = EntryNames.of(List.of(entry(huge + 1, HOME + huge, "a"), entry(huge + 2, HOME + huge + 2, "b")));

        // Then
        assertThat(named).extracting(NamedEntry::key).doesNotHaveDuplicates();
        assertThat(named)
                .allMatch(each -> each.key().length() <= EntryNames.LONGEST_KEY)
                .allMatch(each -> each.address().length() <= EntryNames.LONGEST_KEY);
        assertThat(one(entry("g".repeat(EntryNames.LONGEST_KEY), null, "a")).key())
                .isEqualTo("g".repeat(EntryNames.LONGEST_KEY));
    }

    @Test
    void a_key_with_a_nul_can_be_kept() {
        assertThat(one(entry("a\0b", null, "a")).key()).doesNotContain("\0");
    }

    @Test
    void names_ten_thousand_entries_of_one_guid_and_url() {
        // Given
        var entries = IntStream.range(0, 10_000)
                .mapToObj(i -> entry("guid", HOME, "Title " + i))
                .toList();

        // When
        var named = EntryNames.of(entries);

        // Then
        assertThat(named).hasSize(10_000);
    }

    @Test
    void a_link_that_turns_out_to_be_shared_names_no_entry() {
        // Given
        var byLink = one(entry(null, HOME + "a", "Strike ends"));
        var byLongLink = one(entry(null, HOME + "a".repeat(600), "Strike ends"));
        var byId = one(entry("guid", HOME + "a", "Strike ends"));

        // When
        var shared = List.of(
                EntryNames.withSharedLink(byLink),
                EntryNames.withSharedLink(byLongLink),
                EntryNames.withSharedLink(byId));

        // Then
        assertThat(shared).extracting(NamedEntry::key).containsExactly(byLink.digest(), byLongLink.digest(), "guid");
        assertThat(shared).extracting(NamedEntry::addressing).containsOnly(Addressing.SHARED);
    }

    private static NamedEntry one(FeedEntry entry) {
        return EntryNames.of(List.of(entry)).getFirst();
    }

    private static FeedEntry entry(@Nullable String id, @Nullable String link, @Nullable String title) {
        return text(id, link, title, "");
    }

    private static FeedEntry text(@Nullable String id, @Nullable String link, @Nullable String title, String content) {
        return new FeedEntry(
                id,
                link,
                new FeedEntry.Words(title, null, null, Passage.plain(content), Passage.EMPTY),
                new FeedEntry.Dates(null, null),
                List.of(),
                List.of());
    }

    private static FeedEntry dated(String id, @Nullable Instant at) {
        return new FeedEntry(
                id,
                HOME + "dated",
                new FeedEntry.Words("Strike ends", null, null, Passage.EMPTY, Passage.EMPTY),
                new FeedEntry.Dates(at, at),
                List.of(),
                List.of());
    }
}
