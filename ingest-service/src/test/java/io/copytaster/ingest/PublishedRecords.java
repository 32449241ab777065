package io.copytaster.ingest;

import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import io.copytaster.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that is on {@code news.article-ingested}, read as another service would. */
final class PublishedRecords {

    private PublishedRecords() {}

    /** The records of an article in the order of the log. */
    static List<ArticleIngested> of(String articleId) {
        return of(articleId, Streams.ARTICLE_INGESTED);
    }

    /** The same on another stream. */
    static List<ArticleIngested> of(String articleId, EventStream<ArticleIngested> stream) {
        var reader = new EventReader<>(stream, Wire.deserializer(config()));
        return raw(articleId, stream).stream()
                .map(record -> switch (reader.read(record)) {
                    case Readable<ArticleIngested>(var event) -> event;
                    case Unreadable<ArticleIngested>(var reason, var _) -> throw new AssertionError(reason);
                })
                .toList();
    }

    /** The same, undecoded. */
    static List<ConsumerRecord<byte[], byte[]>> raw(String articleId) {
        return raw(articleId, Streams.ARTICLE_INGESTED);
    }

    private static List<ConsumerRecord<byte[], byte[]>> raw(String articleId, EventStream<ArticleIngested> stream) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(stream.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> articleId.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    static Map<String, Object> config() {
        return Map.of(
                "bootstrap.servers", LocalServers.shared().bootstrapServers(),
                "schema.registry.url", LocalServers.shared().registryUrl());
    }
}
