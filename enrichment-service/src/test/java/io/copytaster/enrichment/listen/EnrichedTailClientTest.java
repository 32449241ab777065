package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.enrichment.seen.Revision;
import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.runtime.lag.OffsetsClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory's source, on a real broker. */
class EnrichedTailClientTest {

    private static final int PARTITION = 0;

    private final LocalServers servers = LocalServers.shared();
    private final String run = UUID.randomUUID().toString();
    private final Lanes lanes = new Lanes(servers);
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
        lanes.close();
    }

    @Test
    void finds_committed_revisions_with_their_predecessors_and_no_aborted_ones() {
        // Given
        var first = Lanes.article(run);
        var second = Lanes.after(first, "second");
        var aborted = Lanes.article(run + "aborted");
        try (var producer = lanes.transactional(run)) {
            producer.initTransactions();
            write(producer, aborted);
            producer.abortTransaction();
            write(producer, first, second);
            producer.commitTransaction();
        }

        // When
        var newest = newest(tail(1000, Duration.ofSeconds(10)));

        // Then
        assertThat(newest)
                .endsWith(
                        new Revision(first.getRevisionId(), null),
                        new Revision(second.getRevisionId(), first.getRevisionId()));
        assertThat(newest).doesNotContain(new Revision(aborted.getRevisionId(), null));
    }

    @Test
    void waits_until_a_transaction_that_another_left_open_is_decided() {
        // Given
        var article = Lanes.article(run);
        try (var producer = lanes.transactional(run)) {
            producer.initTransactions();
            write(producer, article);
            producer.flush();

            // When
            var reading = CompletableFuture.supplyAsync(() -> newest(tail(1000, Duration.ofSeconds(30))));
            var early = reading.copy()
                    .completeOnTimeout(List.of(), 1, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            producer.commitTransaction();

            // Then
            assertThat(early).isEmpty();
            assertThat(reading.join()).contains(new Revision(article.getRevisionId(), null));
        }
    }

    @Test
    void gives_up_with_a_sentence_when_a_transaction_stays_open() {
        // Given
        try (var producer = lanes.transactional(run)) {
            producer.initTransactions();
            write(producer, Lanes.article(run));
            producer.flush();
            var tail = tail(1000, Duration.ofMillis(300));

            // When // Then
            assertThatThrownBy(() -> newest(tail)).hasMessageContaining("were not decided within PT0.3S");
            producer.abortTransaction();
        }
    }

    private void write(KafkaProducer<byte[], byte[]> producer, ArticleIngested... articles) {
        producer.beginTransaction();
        for (var article : articles) {
            var _ = producer.send(lanes.enriched(article, PARTITION));
        }
    }

    private static List<Revision> newest(EnrichedTailClient tail) {
        return tail.newest(Set.of(PARTITION)).getOrDefault(PARTITION, List.of());
    }

    private EnrichedTailClient tail(int horizon, Duration pending) {
        var settings = new ListenSettings(
                1, horizon, Duration.ofSeconds(2), pending, Duration.ofMillis(200), Duration.ofSeconds(10));
        return new EnrichedTailClient(
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers.bootstrapServers(), "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                new OffsetsClient(admin)::ends,
                settings,
                Clock.systemUTC());
    }
}
