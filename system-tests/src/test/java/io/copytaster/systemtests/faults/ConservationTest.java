package io.copytaster.systemtests.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.systemtests.feeds.FeedServer;
import io.copytaster.systemtests.feeds.Growth;
import io.copytaster.systemtests.feeds.IngestApi;
import io.copytaster.systemtests.feeds.IngestProcess;
import io.copytaster.systemtests.feeds.Paper;
import io.copytaster.systemtests.feeds.Paper.Content;
import io.copytaster.systemtests.feeds.Paper.Validators;
import io.copytaster.systemtests.stack.StreamReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What came in went out, whatever the moment at which ingest-service is killed. */
@Tag("faults")
class ConservationTest {

    private static final int KILLS = 4;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(12);
    private static final int PAPERS = 10;
    private static final int ENTRIES = 12;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    /** The log has a revision at least once: again where a crash came between the broker's word and our memory. */
    private static final int REPEATS_PER_KILL = 60;

    private static final List<String> ON_THE_LOG = List.of("published", "revised");
    private static final Map<String, String> SETTINGS = Map.of(
            "copytaster.feed.pace.first", "2s",
            "copytaster.feed.pace.shortest", "2s",
            "copytaster.feed.pace.longest", "2s",
            "copytaster.host.spacing", "100ms");

    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void what_came_in_went_out_although_ingest_is_killed_at_random_moments() throws Exception {
        var servers = LocalServers.shared();
        try (var server = FeedServer.start(51);
                var ingest = IngestProcess.start(folder, servers, server.allowed(), SETTINGS);
                var api = new IngestApi(ingest.url())) {
            // Given
            long seed = System.nanoTime();
            System.out.println("seed of the crashes: " + seed);
            var entries = follow(server, api);
            var posting = new MixedPosting(api);

            // When
            posting.start();
            killAtRandom(ingest, new SplittableRandom(seed));
            posting.stop();
            var urls = new HashSet<>(posting.urls());
            urls.addAll(entries);
            await().atMost(SETTLED_WITHIN)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(missing(urls, published(servers))).isEmpty());

            // Then
            await().atMost(SETTLED_WITHIN).untilAsserted(() -> sums_hold(api));
            var records = published(servers);
            var lines = lines(api);
            System.out.printf(
                    "conservation: %d kills, %d taken, %s, %d acknowledged, %d records, %d of them again%n",
                    KILLS,
                    api.totals().taken(),
                    api.totals().byOutcome(),
                    posting.acknowledged().size(),
                    records.size(),
                    repeats(records));
            assertThat(revisions(records)).containsAll(posting.acknowledged());
            every_item_has_a_line(urls, lines);
            each_revision_is_decided_once(records, lines);
        }
    }

    private static void killAtRandom(IngestProcess ingest, SplittableRandom random) {
        for (int i = 0; i < KILLS; i++) {
            var end = Instant.now().plusMillis(1000 + random.nextLong(LONGEST_LIFE.toMillis()));
            await().atMost(LONGEST_LIFE.multipliedBy(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> Instant.now().isAfter(end));
            ingest.kill();
            ingest.restart();
        }
    }

    /** Feeds that get entries all the while: the addresses of those. */
    private static Set<String> follow(FeedServer server, IngestApi api) throws IOException {
        var urls = new HashSet<String>();
        for (int i = 0; i < PAPERS; i++) {
            var growth = new Growth(Instant.now(), Duration.ofSeconds(5), Duration.ofSeconds(4), ENTRIES);
            var paper = new Paper("conservation-" + i, growth, Content.FULL, Validators.HONEST);
            var host = server.host(paper);
            var answer = api.post("feeds", Map.of("url", host.feedUrl()));
            assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
            IntStream.range(0, ENTRIES).forEach(entry -> urls.add(paper.articleUrl(host.url(""), entry)));
        }
        return urls;
    }

    private static List<ArticleIngested> published(LocalServers servers) {
        return StreamReading.all(servers, Streams.ARTICLE_INGESTED);
    }

    private static Set<String> missing(Set<String> urls, List<ArticleIngested> records) {
        var seen = records.stream().map(ArticleIngested::getUrl).collect(toSet());
        return urls.stream().filter(url -> !seen.contains(url)).collect(toSet());
    }

    private static Set<String> revisions(List<ArticleIngested> records) {
        return records.stream().map(ArticleIngested::getRevisionId).collect(toSet());
    }

    private static int repeats(List<ArticleIngested> records) {
        return records.size() - revisions(records).size();
    }

    private static void sums_hold(IngestApi api) throws IOException {
        var totals = api.totals();
        assertThat(totals.taken()).isPositive().isEqualTo(totals.ended());
        assertThat(totals.unaccounted()).isZero();
        assertThat(totals.byOutcome().get("pending")).isZero();
        assertThat(totals.byOutcome().get("rejected")).isPositive();
    }

    private static List<JsonNode> lines(IngestApi api) throws IOException {
        return api.ledger("", 1000);
    }

    private static void every_item_has_a_line(Set<String> urls, List<JsonNode> lines) {
        assertThat(lines.stream().map(line -> line.path("url").asString("")).collect(toSet()))
                .containsAll(urls);
    }

    /** One line says that a revision went out; two revisions of an article never have one number. */
    private static void each_revision_is_decided_once(List<ArticleIngested> records, List<JsonNode> lines) {
        var decided = lines.stream()
                .filter(line -> ON_THE_LOG.contains(line.path("outcome").asString()))
                .collect(groupingBy(line -> line.path("revisionId").asString(), counting()));
        assertThat(decided.values()).as("lines that publish one revision").allMatch(count -> count == 1);
        assertThat(decided.keySet()).containsAll(revisions(records));
        var byNumber = records.stream()
                .collect(groupingBy(
                        event -> event.getArticleId() + " " + event.getRevision(),
                        mapping(ArticleIngested::getRevisionId, toSet())));
        assertThat(byNumber.values()).as("revisions with one number").allMatch(ids -> ids.size() == 1);
        assertThat(repeats(records)).as("records that are there again").isLessThanOrEqualTo(KILLS * REPEATS_PER_KILL);
    }
}
