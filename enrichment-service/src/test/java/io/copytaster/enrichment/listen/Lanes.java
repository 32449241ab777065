package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.publish.ResultHeaders;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.Origin;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What goes into the service and comes out of it, as a test sees it from outside. */
final class Lanes implements AutoCloseable {

    private final Map<String, Object> config;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventWriter writer;
    private final EventReader<ArticleEnriched> reader;

    Lanes(LocalServers servers) {
        config = new HashMap<>(Map.of(
                "bootstrap.servers", servers.bootstrapServers(),
                "schema.registry.url", servers.registryUrl()));
        StreamSetup.ensure(
                config,
                StreamSetupSettings.ONE_MACHINE,
                Streams.ARTICLE_INGESTED,
                Streams.ARTICLE_BACKFILLED,
                Streams.ARTICLE_ENRICHED);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        writer = new EventWriter(Wire.serializer(config), URI.create("/test"));
        reader = new EventReader<>(Streams.ARTICLE_ENRICHED, Wire.deserializer(config));
    }

    /** The first revision of an article that is called so. */
    static ArticleIngested article(String name) {
        return article(name, _ -> {});
    }

    static ArticleIngested article(String name, Consumer<ArticleIngested.Builder> change) {
        var id = ArticleId.ofUrl("https://example.org/" + name);
        var hash = ContentHash.of("Headline of " + name, "Body of " + name);
        var builder = ArticleIngested.newBuilder()
                .setArticleId(id.value())
                .setRevisionId(RevisionId.of(id, null, hash).value())
                .setRevision(1)
                .setChange(Change.NEW)
                .setOrigin(Origin.LIVE)
                .setHeadline("Headline of " + name)
                .setBody("Body of " + name)
                .setIngestedAt(Instant.now());
        change.accept(builder);
        return builder.build();
    }

    /** The revision that replaces another. */
    static ArticleIngested after(ArticleIngested before, String text) {
        var hash = ContentHash.of(before.getHeadline(), text);
        var revision =
                RevisionId.of(new ArticleId(before.getArticleId()), new RevisionId(before.getRevisionId()), hash);
        return ArticleIngested.newBuilder(before)
                .setPreviousRevisionId(before.getRevisionId())
                .setRevisionId(revision.value())
                .setRevision(before.getRevision() + 1)
                .setChange(Change.REVISED)
                .setBody(text)
                .build();
    }

    ProducerRecord<byte[], byte[]> record(EventStream<ArticleIngested> lane, ArticleIngested article) {
        return writer.write(lane, article);
    }

    ProducerRecord<byte[], byte[]> enriched(ArticleIngested article, int partition) {
        var event = ArticleEnriched.newBuilder().setArticle(article).build();
        var record = writer.write(Streams.ARTICLE_ENRICHED, event, partition);
        if (article.getPreviousRevisionId() != null) {
            var previous = ResultHeaders.bytes(article.getPreviousRevisionId());
            record.headers().add(ResultHeaders.PREVIOUS_REVISION, previous);
        }
        return record;
    }

    RecordMetadata send(ArticleIngested article) {
        return send(record(Streams.ARTICLE_INGESTED, article));
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the test could not send", e);
        }
    }

    /** A producer that behaves as one of the service's, for example one that was killed. */
    KafkaProducer<byte[], byte[]> transactional(String id) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        String.valueOf(config.get("bootstrap.servers")),
                        "transactional.id",
                        id,
                        "transaction.timeout.ms",
                        15_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A group as somebody sees it who is no member. */
    ConsumerGroupMetadata outsider(String group) {
        var settings = new HashMap<>(config);
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    /** Everything that a stream holds now, as a reader of committed records sees it. */
    List<ConsumerRecord<byte[], byte[]>> all(String stream) {
        var settings = new HashMap<>(config);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(stream).stream()
                    .map(partition -> new TopicPartition(stream, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    /** The enriched records of articles whose URL id is one of these, in the order of their partition. */
    List<Enriched> enriched(List<String> articleIds) {
        return all(Streams.ARTICLE_ENRICHED.name()).stream()
                .map(record -> new Enriched(record, event(record)))
                .filter(enriched ->
                        articleIds.contains(enriched.event().getArticle().getArticleId()))
                .toList();
    }

    List<Enriched> enriched(ArticleIngested... articles) {
        return enriched(
                List.of(articles).stream().map(ArticleIngested::getArticleId).toList());
    }

    private ArticleEnriched event(ConsumerRecord<byte[], byte[]> record) {
        return switch (reader.read(record)) {
            case Readable<ArticleEnriched>(var event) -> event;
            case io.copytaster.wire.Unreadable<ArticleEnriched> unreadable ->
                throw new AssertionError("the service wrote a record that cannot be read: " + unreadable);
        };
    }

    record Enriched(ConsumerRecord<byte[], byte[]> record, ArticleEnriched event) {

        String revisionId() {
            return event.getArticle().getRevisionId();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
