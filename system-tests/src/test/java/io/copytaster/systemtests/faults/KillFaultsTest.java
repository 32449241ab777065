package io.copytaster.systemtests.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.systemtests.guarantee.Guarantee;
import io.copytaster.systemtests.guarantee.ReceivedWebhook;
import io.copytaster.systemtests.guarantee.Run;
import io.copytaster.systemtests.stack.Client;
import io.copytaster.systemtests.stack.Receiver;
import io.copytaster.systemtests.stack.Services;
import io.copytaster.systemtests.stack.StreamReading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything is killed once, without warning, while articles are posted. */
@Tag("faults")
class KillFaultsTest {

    private static final int ARTICLES = 2000;
    private static final int FAIL_EVERY = 25;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    @Timeout(900)
    void nothing_is_lost_or_repeated_when_each_process_is_killed_while_2000_articles_are_posted() throws Exception {
        var servers = LocalServers.shared();
        try (var receiver = Receiver.start(FAIL_EVERY);
                var services = Services.start(folder, servers, receiver);
                var client = new Client()) {
            // Given
            watchSberbank(client, services.url("alert-service"), receiver);
            var posting = new Posting(client, services.url("ingest-service"), ARTICLES);

            // When
            posting.start();
            for (var victim : List.<Runnable>of(
                    () -> killAndRestart(services, "ingest-service"),
                    () -> killAndRestart(services, "enrichment-service"),
                    () -> killAndRestart(services, "alert-service"),
                    () -> {
                        servers.broker().kill();
                        servers.broker().restart();
                    },
                    () -> {
                        servers.postgres().kill();
                        servers.postgres().restart();
                    })) {
                posting.awaitNextSixth();
                victim.run();
            }
            posting.awaitEnd();

            // Then
            await().atMost(DRAINED_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(told(receiver)).containsAll(posting.expectedMatches()));
            var run = new Run(
                    posting.acknowledged(),
                    posting.expectedMatches(),
                    StreamReading.all(servers, Streams.ARTICLE_ENRICHED),
                    StreamReading.all(servers, Streams.WATCH_MATCHED),
                    receiver.received());
            report(run);
            Guarantee.holdAll(run);
        }
    }

    private static void killAndRestart(Services services, String service) {
        services.get(service).kill();
        services.get(service).restart();
    }

    private static void watchSberbank(Client client, String url, Receiver receiver) throws Exception {
        var endpoint =
                client.post(url + "/api/v1/endpoints", "{\"name\":\"faults\",\"url\":\"" + receiver.url() + "\"}");
        assertThat(endpoint.isSuccess()).as(endpoint.toString()).isTrue();
        receiver.verifyWith(endpoint.body().path("secret").asString());
        var id = endpoint.body().path("id").asString();
        var watch = client.post(
                url + "/api/v1/watches",
                "{\"name\":\"Sberbank\",\"query\":\"entity:wd:Q205012\",\"endpoints\":[\"" + id + "\"]}");
        assertThat(watch.isSuccess()).as(watch.toString()).isTrue();
    }

    private static Set<String> told(Receiver receiver) {
        return receiver.received().stream()
                .filter(ReceivedWebhook::accepted)
                .map(ReceivedWebhook::revisionId)
                .collect(toSet());
    }

    private static void report(Run run) {
        var ids = ConcurrentHashMap.<String>newKeySet();
        run.received().forEach(webhook -> ids.add(webhook.webhookId()));
        System.out.printf(
                "killed 5 processes: %d acknowledged, %d enriched, %d matched, %d webhook-ids in %d requests%n",
                run.acknowledged().size(),
                run.enriched().size(),
                run.matched().size(),
                ids.size(),
                run.received().size());
    }
}
