package io.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.IngestServer.Said;
import io.copytaster.ingest.SampleArticle;
import io.copytaster.ingest.feed.NewsSite.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds over HTTP against the real service, the real database and a news site on a real socket. */
class FeedDoorTest {

    private static NewsSite site;
    private static IngestServer service;

    @BeforeAll
    static void start() throws IOException {
        site = new NewsSite();
        service = IngestServer.start(Map.of(
                "copytaster.instance", "feed-door",
                "copytaster.follow.instance", "feed-door",
                "copytaster.guard.allow", "127.0.0.1/32:" + site.port(),
                "copytaster.feed.enabled", "false",
                "copytaster.host.spacing", "0ms"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                service.get("actuator/health/readiness").status())
                        .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void takes_in_every_entry_once_and_says_what_became_of_it() {
        // Given
        var path = path();
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", link("un"), "Un")
                        .with("g2", link("deux"), "Deux")
                        .page());
        var feed = add(site.url(path));

        // When
        var first = fetch(feed);
        var second = fetch(feed);

        // Then
        assertThat(first.body().path("outcome").asString("")).isEqualTo("read");
        assertThat(first.body().path("entries").path("published").asInt()).isEqualTo(2);
        assertThat(second.body().path("outcome").asString("")).isEqualTo("unchanged");
        assertThat(ledger("feed=" + feed))
                .extracting(line -> line.path("item").asString("") + " "
                        + line.path("outcome").asString(""))
                .containsExactlyInAnyOrder("g1 published", "g2 published");
    }

    @Test
    void a_retitled_entry_at_a_new_address_is_a_revision() {
        // Given
        var path = path();
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", link("ancien-titre"), "Ancien titre")
                        .page());
        var feed = add(site.url(path));
        fetch(feed);

        // When
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", link("nouveau-titre"), "Nouveau titre")
                        .page());
        var polled = fetch(feed);

        // Then
        assertThat(polled.body().path("entries").path("revised").asInt()).isEqualTo(1);
    }

    @Test
    void a_tracking_parameter_makes_no_new_article() {
        // Given
        var path = path();
        var link = link("suivi");
        site.put(path, SampleFeed.empty().with("g1", link, "Suivi").page());
        var feed = add(site.url(path));
        fetch(feed);

        // When
        site.put(
                path,
                SampleFeed.empty().with("g2", link + "?utm_source=rss", "Suivi").page());
        var polled = fetch(feed);

        // Then
        assertThat(polled.body().path("entries").path("duplicate").asInt()
                        + polled.body().path("entries").path("revised").asInt())
                .isEqualTo(1);
        assertThat(polled.body().path("entries").path("published").asInt()).isZero();
    }

    @Test
    void one_address_for_all_entries_names_none_of_them() {
        // Given
        var path = path();
        var home = link("");
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", home, "Un")
                        .with("g2", home, "Deux")
                        .with("g3", home, "Trois")
                        .page());
        var feed = add(site.url(path));

        // When
        var polled = fetch(feed);

        // Then
        assertThat(polled.body().path("entries").path("published").asInt()).isEqualTo(3);
    }

    @Test
    void asks_with_the_validators_of_the_last_good_answer_and_a_304_does_not_heal() {
        // Given
        var path = path();
        var good = SampleFeed.empty().with("g1", link("un"), "Un").page().with("etag", "\"v1\"");
        site.put(path, good);
        var feed = add(site.url(path));
        fetch(feed);

        // When
        var notModified = fetch(feed);
        site.put(path, Page.status(500));
        var broken = fetch(feed);
        site.put(path, good);
        var healed = fetch(feed);

        // Then
        var asked = site.requests(path).stream()
                .map(request -> request.header("if-none-match").orElse("none"))
                .toList();
        assertThat(asked).containsExactly("none", "\"v1\"", "\"v1\"", "none");
        assertThat(List.of(state(notModified), state(broken), state(healed)))
                .containsExactly("healthy", "failing", "healthy");
        assertThat(broken.body().path("reason").asString("")).contains("status 500");
    }

    @Test
    void an_entry_without_its_text_is_read_from_its_page() {
        // Given
        var page = path();
        site.put(
                page,
                Page.html("<html><head><title>Titre</title></head><body><article><h1>Titre</h1><p>"
                        + SampleFeed.WHOLE_TEXT + "</p><p>" + SampleFeed.WHOLE_TEXT + "</p></article></body></html>"));
        var feed = addWithSummaryOf(page);

        // When
        fetch(feed);

        // Then
        assertThat(ledger("feed=" + feed)).singleElement().satisfies(line -> {
            assertThat(line.path("outcome").asString("")).isEqualTo("published");
            assertThat(line.path("reason").asString("")).doesNotContain("feed's text");
        });
        assertThat(site.requests(page)).hasSize(1);
    }

    @Test
    void a_page_that_refuses_costs_its_text_and_not_the_article() {
        // Given
        var page = path();
        site.put(page, Page.status(403));
        var feed = addWithSummaryOf(page);

        // When
        fetch(feed);

        // Then
        assertThat(ledger("feed=" + feed)).singleElement().satisfies(line -> {
            assertThat(line.path("outcome").asString("")).isEqualTo("published");
            assertThat(line.path("reason").asString(""))
                    .contains("the feed's text, because")
                    .contains("403");
        });
    }

    @Test
    void a_filter_refuses_and_the_ledger_names_its_version() {
        // Given
        var path = path();
        var link = link("filtre");
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", link, "Sport")
                        .with("g2", link("garde"), "Politique")
                        .page());
        var feed = add(site.url(path));
        var filter = send(
                "POST",
                "api/v1/filters",
                "{\"name\": \"Kein Sport\", \"feedId\": \"" + feed + "\", \"refuse\": {\"words\": [\"sport\"]}}");

        // When
        var polled = fetch(feed);

        // Then
        assertThat(polled.body().path("entries").path("filtered").asInt()).isEqualTo(1);
        assertThat(ledger("url=" + encoded(link + "?utm_medium=mail")))
                .singleElement()
                .satisfies(line -> assertThat(line.path("reason").asString(""))
                        .contains(filter.text("filterId"))
                        .contains("version 1"));
    }

    @Test
    void the_ledger_says_how_a_feed_is_whose_address_is_asked_about() {
        // Given
        var path = path();
        site.put(path, Page.html("<html><body><p>Please enable JavaScript</p></body></html>"));
        var feed = add(site.url(path));

        // When
        fetch(feed);

        // Then
        var answer = service.get("api/v1/ledger?url=" + encoded(site.url(path))).body();
        assertThat(answer.path("feed").path("state").asString("")).isEqualTo("failing");
        assertThat(answer.path("feed").path("reason").asString("")).isNotBlank();
    }

    @Test
    void the_ledger_answers_what_happened_to_every_address() {
        // Given
        var path = path();
        var told = link("annonce");
        var sport = link("sport");
        var silent = link("silence");
        site.put(
                path,
                SampleFeed.empty()
                        .with("g3", silent, "", "")
                        .with("g2", sport, "Sport du jour")
                        .with("g1", told, "L'annonce")
                        .page());
        var feed = add(site.url(path));
        send(
                "POST",
                "api/v1/filters",
                "{\"name\": \"No sport\", \"feedId\": \"" + feed + "\", \"refuse\": {\"words\": [\"sport\"]}}");
        fetch(feed);
        site.put(path, SampleFeed.empty().with("g1", told, "L'annonce corrigée").page());
        fetch(feed);

        // When
        service.post(SampleArticle.at(told)
                .with("headline", "L'annonce corrigée")
                .with("body", SampleFeed.WHOLE_TEXT + "L'annonce corrigée"));
        site.put(path, Page.status(404));
        fetch(feed);

        // Then
        assertThat(outcomes(told)).containsExactly("published", "revised", "duplicate");
        assertThat(outcomes(sport)).containsExactly("filtered");
        assertThat(outcomes(silent)).containsExactly("rejected");
        assertThat(service.get("api/v1/ledger?url=" + encoded(site.url(path)))
                        .body()
                        .path("feed")
                        .path("state")
                        .asString(""))
                .isEqualTo("failing");
    }

    private static List<String> outcomes(String url) {
        return ledger("url=" + encoded(url)).stream()
                .map(line -> line.path("outcome").asString(""))
                .toList();
    }

    @Test
    void a_list_goes_in_and_out_without_loss() {
        // Given
        var one = site.url(path());
        var two = site.url(path());
        var opml =
                "<opml version=\"2.0\"><body><outline text=\"Monde\"><outline type=\"rss\" text=\"Un\" xmlUrl=\"" + one
                        + "\"/></outline><outline type=\"rss\" text=\"Deux\" xmlUrl=\"" + two
                        + "\"/><outline type=\"rss\" text=\"Drei\""
                        + " xmlUrl=\"http://169.254.169.254/feed\"/></body></opml>";

        // When
        var imported = send("POST", "api/v1/feeds/import?active=false", opml);
        var again = send("POST", "api/v1/feeds/import", opml);
        var exported = service.request("api/v1/feeds.opml").GET();

        // Then
        assertThat(imported.body().path("added").size()).isEqualTo(2);
        assertThat(imported.body().path("refused").path(0).path("reason").asString(""))
                .contains("link-local");
        assertThat(again.body().path("known").size()).isEqualTo(2);
        assertThat(text(exported)).contains(one, two, "text=\"Monde\"", "title=\"Un\"");
    }

    @Test
    void a_page_is_looked_at_for_its_feeds_and_a_feed_for_its_entries() {
        // Given
        var home = path();
        var path = path();
        site.put(
                home,
                Page.html("<html><head><link rel=alternate type=\"application/rss+xml\" title=\"À la une\" href=\""
                        + path + "\"></head><body>x</body></html>"));
        site.put(path, SampleFeed.empty().with("g1", link("un"), "Un").page());

        // When
        var found = send("POST", "api/v1/feeds/discover", address(site.url(home)));
        var preview = send("POST", "api/v1/feeds/preview", address(site.url(path)));
        var nothing = send("POST", "api/v1/feeds/preview", address(site.url(home)));

        // Then
        assertThat(found.body().path("feeds").path(0).path("url").asString("")).isEqualTo(site.url(path));
        assertThat(found.body().path("feeds").path(0).path("readable").asBoolean())
                .isTrue();
        assertThat(preview.body().path("entries").path(0).path("headline").asString(""))
                .isEqualTo("Un");
        assertThat(nothing.status()).isEqualTo(422);
    }

    @Test
    void addresses_that_nobody_may_ask_are_refused_with_the_reason() {
        // Given
        var bad =
                List.of("file:///etc/passwd", "http://169.254.169.254/", "http://[::1]:1/", "gopher://x/", "nonsense");

        // When
        var answers = bad.stream()
                .map(url -> send("POST", "api/v1/feeds", address(url)))
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("field")).isEqualTo("url");
            assertThat(answer.text("detail")).isNotBlank();
        });
    }

    @Test
    void a_feed_that_moved_for_good_is_followed_and_after_three_times_believed() {
        // Given
        var old = path();
        var now = path();
        site.put(old, Page.status(301).with("location", now));
        site.put(
                now, SampleFeed.empty().with("g1", link("demenage"), "Déménagé").page());
        var feed = add(site.url(old));

        // When
        fetch(feed);
        fetch(feed);
        fetch(feed);

        // Then
        assertThat(service.get("api/v1/feeds/" + feed).text("url")).isEqualTo(site.url(now));
        assertThat(service.get("api/v1/feeds/" + feed + "/events")
                        .body()
                        .path("items")
                        .path(0)
                        .path("what")
                        .asString(""))
                .isEqualTo("moved");
    }

    /** A feed with one entry that has a summary only. */
    private static String addWithSummaryOf(String page) {
        var path = path();
        site.put(
                path,
                SampleFeed.empty()
                        .with("g1", site.url(page), "Titre", "Un résumé.")
                        .page());
        return add(site.url(path));
    }

    private static String add(String url) {
        var added = send("POST", "api/v1/feeds", address(url));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return added.text("feedId");
    }

    private static Said fetch(String feed) {
        var polled = send("POST", "api/v1/feeds/" + feed + "/fetch", "");
        assertThat(polled.status()).as(polled.body().toString()).isEqualTo(200);
        return polled;
    }

    private static String state(Said polled) {
        return polled.body().path("feed").path("health").path("state").asString("");
    }

    private static List<JsonNode> ledger(String query) {
        return service.get("api/v1/ledger?" + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static Said send(String method, String path, String body) {
        return service.send(service.request(path)
                .header("Content-Type", body.startsWith("<") ? "text/x-opml" : "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static String text(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String address(String url) {
        return JsonMapper.shared().writeValueAsString(Map.of("url", url));
    }

    private static String path() {
        return "/" + UUID.randomUUID();
    }

    private static String link(String name) {
        return "https://gazette.example/" + UUID.randomUUID() + "/" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
