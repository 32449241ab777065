package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.publish.EnrichedPublisher;
import io.copytaster.enrichment.publish.Outcome;
import io.copytaster.enrichment.publish.ResultHeaders;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.RegistryUnreachableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ArticleListenerTest {

    private static final String LIVE = Streams.ARTICLE_INGESTED.name();
    private static final String ENRICHED = Streams.ARTICLE_ENRICHED.name();
    private static final String DEAD_LETTERS = Streams.ARTICLE_INGESTED.deadLetters();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final byte[] NONSENSE = {7, 7, 7};

    private final PlainAvro avro = new PlainAvro();
    private final SentRecords sent = new SentRecords();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SeenRevisions seen =
            new SeenRevisions(100, partitions -> partitions.stream().collect(Collectors.toMap(p -> p, _ -> List.of())));
    private final ArticleListener listener = listener(avro);
    private long offset;

    @BeforeEach
    void beginTransaction() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void clear() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void enriches_an_article_for_the_partition_number_it_came_from() {
        // When
        listener.onMessage(List.of(record(3, article("r1"))));

        // Then
        assertThat(sent.on(ENRICHED)).singleElement().satisfies(record -> {
            assertThat(record.partition()).isEqualTo(3);
            assertThat(enriched(record.value()).getLanguage()).isEqualTo("fr");
        });
    }

    @Test
    void sets_an_article_aside_when_the_engine_fails_and_enriches_the_next_one() {
        // When
        listener.onMessage(List.of(record(0, article("r1", "bug")), record(0, article("r2"))));

        // Then
        assertThat(sent.on(ENRICHED)).hasSize(1);
        assertThat(sent.on(DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(SentRecords.header(letter.headers(), "dlt-reason")).contains("its enrichment failed");
            assertThat(SentRecords.header(letter.headers(), "dlt-exception"))
                    .contains(IllegalStateException.class.getName());
        });
    }

    @Test
    void enriches_a_failed_article_when_it_is_sent_again() {
        // Given
        listener.onMessage(List.of(record(0, article("r1", "bug"))));
        end(Ending.COMMITTED);
        beginTransaction();

        // When
        listener.onMessage(List.of(record(0, article("r1", "mended"))));

        // Then
        assertThat(sent.on(ENRICHED)).hasSize(1);
    }

    @Test
    void passes_a_withdrawn_article_on_without_asking_the_engine() {
        // Given
        var withdrawn = ArticleIngested.newBuilder(article("r2", "bug"))
                .setChange(Change.WITHDRAWN)
                .setPreviousRevisionId("r1")
                .build();

        // When
        listener.onMessage(List.of(record(0, withdrawn)));

        // Then
        assertThat(sent.on(ENRICHED)).singleElement().satisfies(record -> {
            assertThat(enriched(record.value()).getTopics()).isEmpty();
            assertThat(SentRecords.header(record.headers(), ResultHeaders.PREVIOUS_REVISION))
                    .contains("r1");
        });
    }

    @Test
    void counts_each_record_in_exactly_one_outcome_once_the_transaction_is_committed() {
        // Given
        listener.onMessage(List.of(
                record(0, article("r1")),
                record(0, article("r1")),
                record(0, article("r2", "bug")),
                record(0, article("")),
                record(0, NONSENSE)));
        double before = read();

        // When
        end(Ending.COMMITTED);

        // Then
        assertThat(before).isZero();
        assertThat(read()).isEqualTo(5);
        assertThat(settled())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Outcome.ENRICHED, 1.0,
                        Outcome.SUPERSEDED, 0.0,
                        Outcome.REPEATED, 1.0,
                        Outcome.POISONED, 2.0,
                        Outcome.FAILED, 1.0,
                        Outcome.OVERSIZED, 0.0));
    }

    @Test
    void counts_and_remembers_nothing_of_a_batch_that_is_rolled_back() {
        // Given
        listener.onMessage(List.of(record(0, article("r1"))));
        end(Ending.ROLLED_BACK);
        beginTransaction();

        // When
        listener.onMessage(List.of(record(0, article("r1"))));
        end(Ending.COMMITTED);

        // Then
        assertThat(settled()).containsEntry(Outcome.ENRICHED, 1.0).containsEntry(Outcome.REPEATED, 0.0);
    }

    @Test
    void forgets_the_partitions_of_a_batch_whose_commit_failed() {
        // Given
        listener.onMessage(List.of(record(0, article("r1"))));
        end(Ending.COMMITTED);
        beginTransaction();
        listener.onMessage(List.of(record(0, article("r2"))));

        // When
        end(Ending.COMMIT_FAILED);

        // Then
        assertThat(seen.size()).isZero();
    }

    @Test
    void lets_an_unreachable_registry_rise_and_sends_nothing_before_it() {
        // Given
        var away = listener(new Deserializer<>() {
            @Override
            public Object deserialize(String stream, byte[] bytes) {
                if (bytes.length > 300) {
                    throw new RegistryUnreachableException("away", new IOException("refused"));
                }
                return avro.deserialize(stream, bytes);
            }
        });
        var records = List.of(record(0, article("r1")), record(0, article("r2", "long".repeat(100))));

        // When // Then
        assertThatThrownBy(() -> away.onMessage(records)).isInstanceOf(RegistryUnreachableException.class);
        assertThat(sent.on(ENRICHED)).isEmpty();
    }

    @Test
    void sets_a_result_aside_that_is_larger_than_its_stream_takes() {
        // Given
        var large = article("r1", "x".repeat(Streams.ARTICLE_ENRICHED.storage().maxRecordBytes()));

        // When
        listener.onMessage(List.of(record(0, large), record(0, article("r2"))));

        // Then
        assertThat(sent.on(ENRICHED)).hasSize(1);
        assertThat(sent.on(DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(SentRecords.header(letter.headers(), "dlt-reason")
                                .orElse(""))
                        .contains("the stream takes 8388608"));
    }

    private ArticleListener listener(Deserializer<Object> deserializer) {
        var publisher = new EnrichedPublisher(new EventWriter(avro, URI.create("/test")), sent.kafka());
        var metrics = new EnrichmentMetrics(meters, List.of(LIVE));
        return new ArticleListener(
                deserializer, seen, ArticleListenerTest::engine, publisher, new Progress(metrics, NOW), NOW);
    }

    private static Enrichment engine(Article article) {
        if (article.body().equals("bug")) {
            throw new IllegalStateException("a bug of the engine");
        }
        return new Enrichment("fr", 1, List.of(), 0, List.of(), "1", "1");
    }

    private static ArticleIngested article(String revisionId) {
        return article(revisionId, "body");
    }

    private static ArticleIngested article(String revisionId, String body) {
        return ArticleIngested.newBuilder()
                .setArticleId("a1")
                .setRevisionId(revisionId)
                .setBody(body)
                .setIngestedAt(NOW.instant())
                .build();
    }

    private ConsumerRecord<byte[], byte[]> record(int partition, ArticleIngested article) {
        return record(partition, avro.serialize(LIVE, article));
    }

    private ConsumerRecord<byte[], byte[]> record(int partition, byte[] value) {
        return new ConsumerRecord<>(LIVE, partition, offset++, new byte[] {1}, value);
    }

    private ArticleEnriched enriched(byte[] value) {
        return (ArticleEnriched) avro.deserialize(ENRICHED, value);
    }

    private enum Ending {
        COMMITTED,
        ROLLED_BACK,
        COMMIT_FAILED
    }

    private static void end(Ending ending) {
        var synchronizations = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        for (var synchronization : synchronizations) {
            if (ending != Ending.ROLLED_BACK) {
                synchronization.beforeCommit(false);
            }
            synchronization.afterCompletion(
                    ending == Ending.COMMITTED
                            ? TransactionSynchronization.STATUS_COMMITTED
                            : TransactionSynchronization.STATUS_ROLLED_BACK);
        }
    }

    private double read() {
        return meters.get(EnrichmentMetric.READ.meter())
                .tag("stream", LIVE)
                .counter()
                .count();
    }

    private Map<Outcome, Double> settled() {
        var counts = new HashMap<Outcome, Double>();
        Stream.of(Outcome.values())
                .forEach(outcome -> counts.put(
                        outcome,
                        meters.get(EnrichmentMetric.SETTLED.meter())
                                .tags("stream", LIVE, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .counter()
                                .count()));
        assertThat(counts.keySet()).isEqualTo(Set.of(Outcome.values()));
        return counts;
    }
}
