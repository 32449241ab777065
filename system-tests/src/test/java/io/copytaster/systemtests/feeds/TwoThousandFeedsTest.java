package io.copytaster.systemtests.feeds;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.systemtests.feeds.Newsstand.Expected;
import io.copytaster.systemtests.feeds.Newsstand.Kind;
import io.copytaster.systemtests.feeds.Newsstand.Offer;
import io.copytaster.systemtests.stack.StreamReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand feeds, a fifth of them faulty, at a pace of a minute, and the service is killed once. Lateness is judged in
 * pace intervals, so that it means the same on a slower machine: an entry may take one interval until its feed is due, and
 * {@value #TOLERANCE} more for the queue, the jitter and the decision.
 */
@Tag("feeds")
class TwoThousandFeedsTest {

    private static final int FEEDS = 2000;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final double TOLERANCE = 0.5;
    /** A feed that was being read when the service died is its own until its lease ends. */
    private static final Duration LEASE = INTERVAL;

    private static final int AT_ONCE = 2;
    private static final Duration SPACING = Duration.ofSeconds(1);
    /** Spacing is kept where requests leave; between there and their arrival lie a connection and two schedulers. */
    private static final double SPACING_SEEN = 0.5;

    private static final long MOST_LIVE_HEAP = 128L << 20;
    private static final Duration KILLED_AFTER = INTERVAL.multipliedBy(2);
    private static final Duration ALL_WITHIN = Duration.ofMinutes(8);

    private static final Map<String, String> SETTINGS = Map.of(
            "copytaster.feed.pace.first", INTERVAL.toSeconds() + "s",
            "copytaster.feed.pace.shortest", INTERVAL.toSeconds() + "s",
            "copytaster.feed.pace.longest", INTERVAL.toSeconds() + "s",
            "copytaster.host.requests", String.valueOf(AT_ONCE),
            "copytaster.host.spacing", SPACING.toSeconds() + "s");

    @TempDir
    private Path folder;

    /** When the service was away. */
    private record Absence(Instant from, Instant to) {

        /** How much of a time span fell into it. */
        Duration within(Instant since, Instant until) {
            var start = since.isAfter(from) ? since : from;
            var end = until.isBefore(to) ? until : to;
            return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
        }
    }

    /** An entry that was not there at first, and how long it took. */
    private record Arrival(String url, Duration took, boolean crossedTheCrash) {

        double intervals() {
            return (double) took.toMillis() / INTERVAL.toMillis();
        }
    }

    @Test
    @Timeout(900)
    void each_entry_is_published_once_and_soon_and_no_host_is_hurried_although_the_service_is_killed()
            throws Exception {
        var servers = LocalServers.shared();
        try (var server = FeedServer.start(31);
                var ingest = IngestProcess.start(folder, servers, server.allowed(), SETTINGS);
                var api = new IngestApi(ingest.url())) {
            // Given
            long seed = System.nanoTime();
            System.out.println("seed of the newsstand: " + seed);
            var start = Instant.now();
            var stand = new Newsstand(server, FEEDS, start, INTERVAL, seed);
            long emptyHeap = ingest.liveHeap();

            // When
            var imported = api.post("feeds/import", "text/x-opml", stand.opml().getBytes(StandardCharsets.UTF_8));
            assertThat(imported.status()).as(imported.text()).isEqualTo(200);
            assertThat(imported.json().path("added").size()).isEqualTo(FEEDS);
            await().atMost(KILLED_AFTER.multipliedBy(2))
                    .until(() -> Instant.now().isAfter(start.plus(KILLED_AFTER)));
            var absence = killAndRestart(ingest);
            var expected = stand.expected();
            awaitAll(servers, expected);

            // Then
            var records = StreamReading.all(servers, Streams.ARTICLE_INGESTED);
            long heap = ingest.liveHeap();
            var arrivals = arrivals(expected, records, absence);
            report(stand, arrivals, absence, emptyHeap, heap, start);
            assertAll(
                    () -> published_once(expected, records),
                    () -> published_soon(arrivals),
                    () -> no_host_is_hurried(stand),
                    () -> unchanged_feeds_are_asked_with_validators(stand),
                    () -> sums_hold(api, expected),
                    () -> assertThat(heap).as("live heap in bytes").isLessThan(MOST_LIVE_HEAP));
        }
    }

    private static Absence killAndRestart(IngestProcess ingest) {
        var from = Instant.now();
        ingest.kill();
        ingest.restart();
        return new Absence(from, Instant.now());
    }

    private static void awaitAll(LocalServers servers, List<Expected> expected) {
        var urls = expected.stream().map(Expected::url).collect(toSet());
        await().atMost(ALL_WITHIN)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(missing(urls, StreamReading.all(servers, Streams.ARTICLE_INGESTED)))
                        .as("entries that were never published")
                        .isEmpty());
    }

    private static Set<String> missing(Set<String> urls, List<ArticleIngested> records) {
        var seen = records.stream().map(ArticleIngested::getUrl).collect(toSet());
        return urls.stream().filter(url -> !seen.contains(url)).collect(toSet());
    }

    /** Other tests write to the same log, and may crash between writing and remembering. */
    private static void published_once(List<Expected> expected, List<ArticleIngested> records) {
        var ours = expected.stream().map(Expected::url).collect(toSet());
        var byUrl = records.stream()
                .filter(event -> event.getUrl() != null && ours.contains(event.getUrl()))
                .collect(groupingBy(ArticleIngested::getUrl));
        assertThat(byUrl.values()).as("records of one entry").allMatch(events -> events.size() == 1);
        assertThat(byUrl.values().stream().flatMap(List::stream))
                .extracting(ArticleIngested::getRevisionId)
                .doesNotHaveDuplicates();
    }

    private static List<Arrival> arrivals(List<Expected> expected, List<ArticleIngested> records, Absence absence) {
        var ingestedAt = records.stream()
                .filter(event -> event.getUrl() != null)
                .collect(toMap(ArticleIngested::getUrl, ArticleIngested::getIngestedAt, (one, _) -> one));
        var arrivals = new ArrayList<Arrival>();
        for (var entry : expected) {
            var at = ingestedAt.get(entry.url());
            if (entry.isNew() && at != null) {
                var away = absence.within(entry.appearsAt(), at);
                var took = Duration.between(entry.appearsAt(), at).minus(away);
                arrivals.add(new Arrival(entry.url(), took, !away.isZero()));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::took));
        return arrivals;
    }

    private static void published_soon(List<Arrival> arrivals) {
        assertThat(arrivals)
                .isNotEmpty()
                .allSatisfy(arrival -> assertThat(arrival.intervals())
                        .as("pace intervals until %s was published", arrival.url())
                        .isLessThan(1
                                + TOLERANCE
                                + (arrival.crossedTheCrash() ? (double) LEASE.toMillis() / INTERVAL.toMillis() : 0)));
    }

    private static void no_host_is_hurried(Newsstand stand) {
        assertThat(stand.offers().stream()
                        .filter(offer -> offer.host().visits().mostAtOnce() > AT_ONCE)
                        .map(offer -> offer.host().visits().mostAtOnce() + " at once at " + offer))
                .isEmpty();
        assertThat(stand.offers().stream()
                        .filter(offer -> leastGap(offer) < SPACING.toMillis() * SPACING_SEEN)
                        .map(offer -> leastGap(offer) + " ms between two requests at " + offer
                                + ", which got "
                                + offer.host().visits().paths()))
                .isEmpty();
    }

    private static long leastGap(Offer offer) {
        return offer.host().visits().gaps().stream()
                .mapToLong(Duration::toMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** All but the first reading, and those that check now and then whether a server tells the truth. */
    private static void unchanged_feeds_are_asked_with_validators(Newsstand stand) {
        var steady = stand.offers().stream()
                .filter(offer -> offer.kind() == Kind.STEADY)
                .map(offer -> offer.host().visits())
                .toList();
        assertThat(steady).allMatch(visits -> visits.count() >= 2);
        int repeated = steady.stream().mapToInt(visits -> visits.count() - 1).sum();
        int conditional = steady.stream().mapToInt(Visits::conditional).sum();
        assertThat((double) conditional / repeated)
                .as("share of conditional requests")
                .isGreaterThan(0.9);
    }

    private static void sums_hold(IngestApi api, List<Expected> expected) throws IOException {
        var totals = api.totals();
        assertThat(totals.taken()).isPositive().isEqualTo(totals.ended());
        assertThat(totals.unaccounted()).isZero();
        var listed = api.ledger("outcome=published", 40).stream()
                .map(line -> line.path("url").asString())
                .collect(toSet());
        assertThat(listed).containsAll(expected.stream().map(Expected::url).toList());
    }

    private static void report(
            Newsstand stand, List<Arrival> arrivals, Absence absence, long emptyHeap, long heap, Instant start) {
        var visits =
                stand.offers().stream().map(Offer::host).map(FeedHost::visits).toList();
        int requests = visits.stream().mapToInt(Visits::count).sum();
        var seconds = Duration.between(start, Instant.now()).toSeconds();
        System.out.printf(
                "2000 feeds: %d requests in %d s (%.1f/s), %d conditional, %d new entries, pace intervals until"
                        + " published p50 %.2f p99 %.2f max %.2f, at once at most %d, least gap %d ms, away %d s,"
                        + " live heap %d -> %d MB%n",
                requests,
                seconds,
                (double) requests / seconds,
                visits.stream().mapToInt(Visits::conditional).sum(),
                arrivals.size(),
                arrivals.get(arrivals.size() / 2).intervals(),
                arrivals.get(arrivals.size() * 99 / 100).intervals(),
                arrivals.getLast().intervals(),
                visits.stream().mapToInt(Visits::mostAtOnce).max().orElse(0),
                stand.offers().stream()
                        .mapToLong(TwoThousandFeedsTest::leastGap)
                        .min()
                        .orElse(0),
                Duration.between(absence.from(), absence.to()).toSeconds(),
                emptyHeap >> 20,
                heap >> 20);
    }
}
