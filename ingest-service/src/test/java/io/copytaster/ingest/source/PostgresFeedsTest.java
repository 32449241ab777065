package io.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.health.Condition;
import io.copytaster.ingest.health.Health;
import io.copytaster.ingest.pace.EntryRate;
import io.copytaster.ingest.pace.NextCheck;
import io.copytaster.ingest.source.FeedDraft.Filing;
import io.copytaster.ingest.source.FeedState.Traffic;
import io.copytaster.ingest.source.FeedState.Words;
import io.copytaster.ingest.source.Feeds.Question;
import io.copytaster.ingest.source.Feeds.UrlTakenException;
import io.copytaster.ingest.syndication.Feed.Rhythm;
import io.copytaster.ingest.volume.EntryCounts;
import io.copytaster.ingest.volume.Volume;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds are not due for centuries here, so that the poller of the service lets them be; the tests ask from the far future. */
class PostgresFeedsTest {

    private static final Instant THEN = Instant.parse("2400-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final IngestServer service = IngestServer.shared();
    private final PostgresFeeds one = instance("one");
    private final PostgresFeeds other = instance("other");
    private final List<FeedId> added = new ArrayList<>();

    @AfterEach
    void remove() {
        added.forEach(one::remove);
    }

    @Test
    void keeps_a_feed_as_its_owner_wants_it() {
        // Given
        var filing = new Filing(List.of("Presse", "{\"a\", b}"), FullText.PAGE, false);
        var draft = new FeedDraft("https://kept.example/feed", "Le «Fil»", "La Gazette", "fr", filing);

        // When
        var feed = add(draft, THEN);

        // Then
        assertThat(one.find(feed.id())).contains(feed);
        assertThat(other.findByUrl("https://kept.example/feed")).contains(feed);
        assertThat(feed.draft()).isEqualTo(draft);
        assertThat(feed.state()).isEqualTo(FeedState.start(THEN));
        assertThat(feed.version()).isEqualTo(1);
    }

    @Test
    void keeps_a_url_once() {
        // Given
        add("https://once.example/feed");

        // When
        var again = other.add(draft("https://once.example/feed"), THEN);

        // Then
        assertThat(again).isEmpty();
    }

    @Test
    void keeps_the_longest_url_that_it_accepts() {
        // Given
        var path = new StringBuilder();
        new Random(3).ints(2000, 'a', 'z' + 1).forEach(letter -> path.append((char) letter));

        // When
        var feed = add("https://long.example/" + path);

        // Then
        assertThat(one.findByUrl(feed.draft().url())).contains(feed);
    }

    @Test
    void keeps_everything_that_was_learned() {
        // Given
        var feed = add("https://learned.example/feed");
        var learned = learned(Condition.FAILING, THEN.plus(LEASE));

        // When
        var kept = one.finish(claim(feed), learned, List.of());

        // Then
        assertThat(kept).isTrue();
        assertThat(other.find(feed.id()).orElseThrow().state()).isEqualTo(learned);
    }

    @Test
    void a_feed_is_polled_by_one_instance_at_a_time() {
        // Given
        var feed = add("https://claimed.example/feed");
        claim(feed);

        // When
        var second = other.claim(feed.id(), THEN.plus(LEASE).minusMillis(1));

        // Then
        assertThat(second).isEmpty();
        assertThat(due(other, THEN.plus(LEASE).minusMillis(1))).doesNotContain(feed.id());
    }

    @Test
    void a_dead_instance_holds_a_feed_for_no_longer_than_its_lease() {
        // Given
        var feed = add("https://lease.example/feed");
        var dead = claim(feed);

        // When
        var second = other.claim(feed.id(), THEN.plus(LEASE)).orElseThrow();

        // Then
        assertThat(one.renew(dead, THEN.plus(LEASE))).isFalse();
        assertThat(one.finish(dead, learned(Condition.HEALTHY, THEN), List.of()))
                .isFalse();
        assertThat(other.renew(second, THEN.plus(LEASE))).isTrue();
        assertThat(one.find(feed.id()).orElseThrow().state()).isEqualTo(feed.state());
    }

    @Test
    void the_late_end_of_an_old_claim_does_not_end_the_new_one() {
        // Given
        var feed = add("https://late.example/feed");
        var old = claim(feed);
        other.claim(feed.id(), THEN.plus(LEASE));

        // When
        one.release(old);
        one.finish(old, learned(Condition.HEALTHY, THEN), List.of());

        // Then
        assertThat(one.claim(feed.id(), THEN.plus(LEASE))).isEmpty();
    }

    @Test
    void a_renewed_claim_lasts_longer() {
        // Given
        var feed = add("https://renewed.example/feed");
        var claim = claim(feed);

        // When
        var renewed = one.renew(claim, THEN.plusSeconds(60));

        // Then
        assertThat(renewed).isTrue();
        assertThat(other.claim(feed.id(), THEN.plus(LEASE).plusSeconds(59))).isEmpty();
        assertThat(other.claim(feed.id(), THEN.plus(LEASE).plusSeconds(60))).isPresent();
    }

    @Test
    void a_released_feed_can_be_claimed_at_once() {
        // Given
        var feed = add("https://released.example/feed");

        // When
        one.release(claim(feed));

        // Then
        assertThat(other.claim(feed.id(), THEN)).isPresent();
    }

    @Test
    void claims_what_is_due_and_active_only() {
        // Given
        var due = add("https://due.example/feed");
        var early = add(draft("https://early.example/feed"), THEN.plusMillis(1));
        var filing = new Filing(List.of(), FullText.AUTO, false);
        var paused = add(new FeedDraft("https://paused.example/feed", null, null, null, filing), THEN);

        // When
        var claimed = due(one, THEN);

        // Then
        assertThat(claimed).contains(due.id()).doesNotContain(early.id(), paused.id());
        assertThat(one.claim(paused.id(), THEN)).isPresent();
    }

    @Test
    void claims_one_feed_of_a_host_at_a_time_the_longest_due_first() {
        // Given
        var late = add("https://host.example/late");
        var first = add(draft("https://host.example/first"), THEN.minusSeconds(10));

        // When
        var claimed = due(one, THEN);

        // Then
        assertThat(claimed).contains(first.id()).doesNotContain(late.id());
        assertThat(due(other, THEN)).contains(late.id()).doesNotContain(first.id());
    }

    @Test
    void a_slow_host_with_many_feeds_takes_few_places() {
        // Given
        var slow = IntStream.range(0, 12)
                .mapToObj(i -> add("https://slow.example/" + i).id())
                .toList();
        var quick = add("https://quick.example/feed").id();
        var claimed = new ArrayList<FeedId>();

        // When
        for (int i = 0; i < 12; i++) {
            claimed.addAll(due(i % 2 == 0 ? one : other, THEN));
        }

        // Then
        assertThat(claimed).contains(quick);
        assertThat(claimed).filteredOn(slow::contains).hasSize(4);
        assertThat(due(one, THEN.plus(LEASE))).containsAnyElementsOf(slow);
    }

    @Test
    void claims_no_more_than_asked_for() {
        // Given
        add("https://limit-1.example/feed");
        add("https://limit-2.example/feed");

        // When
        var claims = one.claimDue(THEN, 1);

        // Then
        assertThat(claims).hasSize(1);
        claims.forEach(one::release);
    }

    @Test
    void a_clock_set_back_an_hour_stops_no_feed() {
        // Given
        var feed = add("https://clock.example/feed");
        one.finish(claim(feed), learned(Condition.HEALTHY, THEN.plusSeconds(600)), List.of());

        // When
        var hourBack = due(one, THEN.minus(Duration.ofHours(1)));

        // Then
        assertThat(hourBack).doesNotContain(feed.id());
        assertThat(due(one, THEN.plusSeconds(600))).contains(feed.id());
    }

    @Test
    void what_was_learned_about_an_older_version_is_not_kept_and_the_feed_is_free() {
        // Given
        var feed = add("https://edited.example/feed");
        var claim = claim(feed);
        one.change(feed.id(), draft("https://edited.example/other"), THEN);

        // When
        var kept = one.finish(claim, learned(Condition.HEALTHY, THEN), List.of(new FeedChange("x", "y", THEN)));

        // Then
        assertThat(kept).isFalse();
        assertThat(one.find(feed.id()).orElseThrow().state()).isEqualTo(FeedState.start(THEN));
        assertThat(one.changes(feed.id(), 10)).isEmpty();
        assertThat(one.claim(feed.id(), THEN)).isPresent();
    }

    @Test
    void with_another_url_everything_starts_anew_and_with_the_same_nothing() {
        // Given
        var feed = add("https://anew.example/feed");
        var learned = learned(Condition.FAILING, THEN.plusSeconds(600));
        one.finish(claim(feed), learned, List.of());

        // When
        var renamed = change(feed, new FeedDraft("https://anew.example/feed", "T", null, null, Filing.USUAL));
        var elsewhere = change(feed, draft("https://anew.example/new"));

        // Then
        assertThat(renamed.state()).isEqualTo(learned);
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(elsewhere.state()).isEqualTo(FeedState.start(THEN));
        assertThat(one.change(FeedId.next(), draft("https://anew.example/x"), THEN))
                .isEmpty();
    }

    @Test
    void a_feed_cannot_take_the_url_of_another() {
        // Given
        var feed = add("https://mine.example/feed");
        add("https://yours.example/feed");

        // When
        assertThatThrownBy(() -> one.change(feed.id(), draft("https://yours.example/feed"), THEN))
                .isInstanceOf(UrlTakenException.class);

        // Then
        assertThat(one.find(feed.id())).contains(feed);
    }

    @Test
    void a_feed_that_is_gone_is_not_polled_until_its_owner_wants_it_again() {
        // Given
        var feed = add("https://gone.example/feed");
        one.finish(claim(feed), learned(Condition.GONE, THEN), List.of());

        // When
        var gone = one.find(feed.id()).orElseThrow();
        var wanted = change(feed, feed.draft());

        // Then
        assertThat(gone.draft().filing().active()).isFalse();
        assertThat(wanted.draft().filing().active()).isTrue();
        assertThat(wanted.state()).isEqualTo(FeedState.start(THEN));
    }

    @Test
    void a_feed_that_moved_keeps_what_was_learned() {
        // Given
        var feed = add("https://before.example/feed");
        var claim = claim(feed);

        // When
        var moved = one.moved(claim, "https://after.example/feed", THEN);

        // Then
        assertThat(moved).isTrue();
        assertThat(one.finish(claim, learned(Condition.HEALTHY, THEN), List.of()))
                .isTrue();
        assertThat(one.findByUrl("https://after.example/feed").map(PolledFeed::version))
                .contains(1L);
        assertThat(one.findByUrl("https://before.example/feed")).isEmpty();
    }

    @Test
    void a_feed_does_not_move_where_another_one_is_or_where_none_can_be() {
        // Given
        var feed = add("https://stays.example/feed");
        add("https://taken.example/feed");
        var claim = claim(feed);

        // When
        var moves = List.of(
                one.moved(claim, "https://taken.example/feed", THEN),
                one.moved(claim, "https://long.example/" + "x".repeat(5000), THEN),
                one.moved(claim, "https://nowhere.example/a b", THEN));

        // Then
        assertThat(moves).containsOnly(false);
        assertThat(one.findByUrl("https://stays.example/feed")).isPresent();
    }

    @Test
    void a_feed_does_not_move_behind_the_back_of_its_owner() {
        // Given
        var feed = add("https://owner.example/feed");
        var claim = claim(feed);
        one.change(feed.id(), draft("https://owner.example/mine"), THEN);

        // When
        var moved = one.moved(claim, "https://owner.example/server", THEN);

        // Then
        assertThat(moved).isFalse();
        assertThat(one.findByUrl("https://owner.example/mine")).isPresent();
    }

    @Test
    void tells_what_happened_the_latest_first() {
        // Given
        var feed = add("https://changes.example/feed");
        var failing = new FeedChange("failing", "got 404", THEN);
        var parked = new FeedChange("parked", "got 404", THEN);
        one.finish(claim(feed), learned(Condition.FAILING, THEN), List.of(failing, parked));

        // When
        var told = one.changes(feed.id(), 10);

        // Then
        assertThat(told).containsExactly(parked, failing);
        assertThat(one.changes(feed.id(), 1)).containsExactly(parked);
    }

    @Test
    void forgets_old_changes_a_few_at_a_time() {
        // Given
        var feed = add("https://forgotten.example/feed");
        var old = new FeedChange("failing", "got 404", Instant.EPOCH);
        var young = new FeedChange("parked", "got 404", THEN);
        one.finish(claim(feed), learned(Condition.FAILING, THEN), List.of(old, old, young));

        // When
        int forgotten = one.forgetChangesBefore(Instant.EPOCH.plusSeconds(1), 1);

        // Then
        assertThat(forgotten).isEqualTo(1);
        assertThat(one.changes(feed.id(), 10)).containsExactly(young, old);
    }

    @Test
    void lists_feeds_in_pages_by_condition_and_by_url() {
        // Given
        var feeds = IntStream.range(0, 3)
                .mapToObj(i -> add("https://list.example/" + i))
                .sorted(Comparator.comparing(feed -> feed.id().value()))
                .toList();
        feeds.forEach(feed -> one.finish(claim(feed), learned(Condition.PARKED, THEN), List.of()));

        // When
        var first = one.list(new Question("parked", null, null, 2));
        var rest = one.list(new Question("parked", null, first.getLast().id(), 2));

        // Then
        assertThat(first)
                .extracting(PolledFeed::id)
                .containsExactly(feeds.get(0).id(), feeds.get(1).id());
        assertThat(rest).extracting(PolledFeed::id).containsExactly(feeds.get(2).id());
        assertThat(one.list(new Question(null, "https://list.example/1", null, 5)))
                .hasSize(1);
        assertThat(one.list(new Question("new", "https://list.example/1", null, 5)))
                .isEmpty();
        assertThat(one.conditions()).containsEntry("parked", 3L);
    }

    @Test
    void reads_what_an_older_and_a_newer_version_of_ours_wrote() {
        // Given
        var feed = add("https://versions.example/feed");
        service.part(JdbcClient.class)
                .sql("update feed set state = jsonb_set(state, '{later}', '1') #- '{words,rhythm}' where feed_id = ?")
                .param(feed.id().value())
                .update();

        // When
        var read = one.find(feed.id());

        // Then
        assertThat(read).contains(feed);
    }

    @Test
    void forgets_a_feed_with_all_that_belongs_to_it() {
        // Given
        var feed = add("https://removed.example/feed");
        var claim = claim(feed);

        // When
        var removed = one.remove(feed.id());

        // Then
        assertThat(removed).isTrue();
        assertThat(one.remove(feed.id())).isFalse();
        assertThat(one.finish(claim, learned(Condition.HEALTHY, THEN), List.of()))
                .isFalse();
        assertThat(one.claim(feed.id(), THEN)).isEmpty();
    }

    private Claim claim(PolledFeed feed) {
        return one.claim(feed.id(), THEN).orElseThrow();
    }

    private PolledFeed change(PolledFeed feed, FeedDraft draft) {
        return one.change(feed.id(), draft, THEN).orElseThrow();
    }

    /** Ours that an instance claims; those of other tests are let go. */
    private List<FeedId> due(PostgresFeeds feeds, Instant now) {
        var claims = feeds.claimDue(now, 1000);
        claims.stream().filter(claim -> !added.contains(claim.feed().id())).forEach(feeds::release);
        return claims.stream()
                .map(claim -> claim.feed().id())
                .filter(added::contains)
                .toList();
    }

    private PolledFeed add(String url) {
        return add(draft(url), THEN);
    }

    private PolledFeed add(FeedDraft draft, Instant at) {
        var feed = one.add(draft, at).orElseThrow();
        added.add(feed.id());
        return feed;
    }

    private static FeedDraft draft(String url) {
        return new FeedDraft(url, null, null, null, Filing.USUAL);
    }

    private static FeedState learned(Condition condition, Instant next) {
        var rhythm = new Rhythm(Duration.ofMinutes(5), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY), null);
        return new FeedState(
                new Health(condition, 1.75, "got 404", THEN, null),
                new Validators("W/\"é\"", "Wed, 25 Nov 2026 12:00:00 GMT", "hash", THEN, 3),
                new Traffic(
                        new EntryRate(1.5, 24, 0.1, 2),
                        EntryCounts.from(THEN).plus(4, THEN),
                        THEN,
                        new Volume(Volume.Level.LOWER, 2, 9.5)),
                new Words("Le Fil", null, "fr", Collections.nCopies(20, "odd"), rhythm),
                new NextCheck(next, "why"),
                new Move("https://new.example/feed", 2));
    }

    private PostgresFeeds instance(String name) {
        return new PostgresFeeds(
                service.part(JdbcClient.class),
                service.part(TransactionTemplate.class),
                new SourceSettings(name, LEASE));
    }
}
