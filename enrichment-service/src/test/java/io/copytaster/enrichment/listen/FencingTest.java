package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.localservers.LocalServers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes with one identity: the older one ends itself with a sentence; on real servers. */
class FencingTest {

    private final LocalServers servers = LocalServers.shared();
    private final Lanes lanes = new Lanes(servers);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void ends_itself_with_a_sentence_when_another_process_takes_its_transactional_id() {
        // Given
        var article = Lanes.article(UUID.randomUUID().toString());
        var settings = Map.of("copytaster.enrichment.listen.consumers", "1");
        try (var service = RunningService.start(servers, settings);
                var namesake = lanes.transactional("enrichment-0-0")) {
            namesake.initTransactions();

            // When
            lanes.send(article);
            await().atMost(Duration.ofSeconds(30)).until(() -> !service.exits().isEmpty());

            // Then
            assertThat(service.exits().getFirst()).contains("copytaster.instance");
        }
        try (var _ = RunningService.start(servers, settings)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !lanes.enriched(article).isEmpty());
        }
        assertThat(lanes.enriched(article)).hasSize(1);
    }
}
