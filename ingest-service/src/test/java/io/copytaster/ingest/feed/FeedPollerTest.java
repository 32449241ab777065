package io.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.feed.NewsSite.Page;
import io.copytaster.ingest.source.FeedDraft;
import io.copytaster.ingest.source.FeedDraft.Filing;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.FullText;
import io.copytaster.ingest.source.PolledFeed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances that share one database poll the same feeds of one news site. */
class FeedPollerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static NewsSite site;
    private static final List<IngestServer> INSTANCES = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        site = new NewsSite();
        INSTANCES.add(instance("feed-poller-1"));
        INSTANCES.add(instance("feed-poller-2"));
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(each -> each.part(FeedPoller.class).stop());
        site.close();
    }

    @Test
    void two_instances_poll_each_due_feed_once_and_take_every_entry_in_once() {
        // Given
        var paths =
                IntStream.range(0, 20).mapToObj(_ -> "/" + UUID.randomUUID()).toList();
        paths.forEach(path -> site.put(
                path,
                SampleFeed.empty()
                        .with("g", "https://gazette.example" + path, "Titre")
                        .page()));

        // When
        var feeds = paths.stream().map(path -> keep(path, true)).toList();

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(feeds)
                        .allSatisfy(feed -> assertThat(outcomes(feed)).containsExactly("published")));
        assertThat(paths).allSatisfy(path -> assertThat(site.requests(path)).hasSize(1));
    }

    @Test
    void a_feed_that_is_not_active_is_left_alone() {
        // Given
        var asleep = keep("/" + UUID.randomUUID(), false);
        var awake = "/" + UUID.randomUUID();
        site.put(awake, SampleFeed.empty().page());

        // When
        keep(awake, true);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(site.requests(awake)).isNotEmpty());
        assertThat(site.requests(path(asleep))).isEmpty();
    }

    @Test
    void a_feed_whose_page_was_busy_is_read_again_though_it_does_not_change() {
        // Given
        var path = "/" + UUID.randomUUID();
        var page = path + "/page";
        site.put(
                path,
                SampleFeed.empty()
                        .with("g", site.url(page), "Titre", "Un résumé.")
                        .page());
        site.put(page, Page.status(503));
        var feed = keep(path, false);
        var poll = INSTANCES.getFirst().part(FeedRound.class);
        poll(poll, feed);

        // When
        site.put(
                page,
                Page.html("<html><body><article><h1>Titre</h1><p>" + SampleFeed.WHOLE_TEXT + "</p><p>"
                        + SampleFeed.WHOLE_TEXT + "</p></article></body></html>"));
        var between = poll(poll, feed);

        // Then
        assertThat(outcomes(feed)).containsExactly("published");
        assertThat(between.state().validators().bodyHash()).isNull();
    }

    private static PolledFeed poll(FeedRound round, PolledFeed feed) {
        var feeds = INSTANCES.getFirst().part(Feeds.class);
        var claim = feeds.claim(feed.id(), Clock.systemUTC().instant()).orElseThrow();
        round.poll(claim, Origin.LIVE);
        return feeds.find(feed.id()).orElseThrow();
    }

    private static IngestServer instance(String name) {
        var server = IngestServer.start(Map.of(
                "copytaster.instance",
                name,
                "copytaster.follow.instance",
                name,
                "copytaster.source.instance",
                name,
                "copytaster.guard.allow",
                "127.0.0.1/32:" + site.port(),
                "copytaster.feed.enabled",
                "true",
                "copytaster.feed.tick",
                "50ms",
                "copytaster.host.requests",
                "8",
                "copytaster.host.spacing",
                "0ms"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(server.get("actuator/health/readiness").status())
                                .isEqualTo(200));
        return server;
    }

    private static PolledFeed keep(String path, boolean active) {
        var filing = new Filing(List.of(), FullText.AUTO, active);
        return INSTANCES
                .getFirst()
                .part(Feeds.class)
                .add(
                        new FeedDraft(site.url(path), null, null, null, filing),
                        Clock.systemUTC().instant())
                .orElseThrow();
    }

    private static String path(PolledFeed feed) {
        return feed.draft().url().substring(site.url("").length());
    }

    private static List<String> outcomes(PolledFeed feed) {
        return INSTANCES
                .getFirst()
                .get("api/v1/ledger?feed=" + feed.id())
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("outcome").asString(""))
                .toList();
    }
}
