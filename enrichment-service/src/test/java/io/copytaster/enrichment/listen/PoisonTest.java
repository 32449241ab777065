package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.enrichment.SentRecords;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Records that cannot be read: set aside once, with their origin, and nobody waits for them; on real servers. */
class PoisonTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STREAM = Streams.ARTICLE_INGESTED.name();
    private static final int UNKNOWN_ID = 1_987_654_321;

    private final LocalServers servers = LocalServers.shared();
    private final String run = UUID.randomUUID().toString();
    private final Lanes lanes = new Lanes(servers);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void sets_each_poison_aside_once_with_its_origin_and_passes_the_next_good_record_at_once() {
        // Given
        var good = Lanes.article(run);
        var bytes = lanes.record(Streams.ARTICLE_INGESTED, good).value();
        var poison = new LinkedHashMap<String, RecordMetadata>();
        Duration passed;

        // When
        try (var service = RunningService.start(servers, Map.of())) {
            lanes.send(Lanes.article(run + "before"));
            poison.put("random", lanes.send(record(random(200))));
            poison.put("magic", lanes.send(record(changed(bytes, 0, (byte) 7))));
            poison.put("truncated", lanes.send(record(Arrays.copyOf(bytes, bytes.length / 2))));
            poison.put("short", lanes.send(record(new byte[] {0, 1})));
            poison.put("null", lanes.send(record(null)));
            poison.put("bomb", lanes.send(bomb(random(20))));
            int partition = poison.get("random").partition();
            var sentAt = System.nanoTime();
            lanes.send(new ProducerRecord<>(STREAM, partition, null, bytes));
            await().atMost(SOON).until(() -> !lanes.enriched(good).isEmpty());
            passed = Duration.ofNanos(System.nanoTime() - sentAt);
            assertThat(service.exits()).isEmpty();
        }

        // Then
        assertThat(passed).isLessThan(Duration.ofSeconds(5));
        assertThat(deadLetters(poison.values())).hasSameSizeAs(poison.values()).allSatisfy(letter -> {
            assertThat(SentRecords.header(letter.headers(), "dlt-reason")).isPresent();
            assertThat(SentRecords.header(letter.headers(), "dlt-original-topic"))
                    .contains(STREAM);
        });
    }

    @Test
    void reads_a_good_record_whose_headers_are_a_bomb_for_header_mappers() {
        // Given
        var good = Lanes.article(run);
        var record = bomb(lanes.record(Streams.ARTICLE_INGESTED, good).value());

        // When
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(record);
            await().atMost(SOON).until(() -> !lanes.enriched(good).isEmpty());
        }

        // Then
        assertThat(lanes.enriched(good)).hasSize(1);
    }

    @Test
    void works_on_for_known_schemas_and_waits_for_unknown_ones_while_the_registry_is_away() {
        // Given
        var known = Lanes.article(run + "known");
        var behind = Lanes.article(run + "behind");
        try (var door = new RegistryDoor(servers.registryUrl());
                var service = RunningService.start(servers, Map.of("SCHEMA_REGISTRY_URL", door.url()))) {
            lanes.send(Lanes.article(run + "first"));
            await().atMost(SOON)
                    .until(() -> !lanes.enriched(Lanes.article(run + "first")).isEmpty());

            // When
            door.shut();
            lanes.send(known);
            await().atMost(SOON).until(() -> !lanes.enriched(known).isEmpty());
            var where = lanes.send(record(
                    ByteBuffer.allocate(20).put((byte) 0).putInt(UNKNOWN_ID).array()));
            var good = lanes.record(Streams.ARTICLE_INGESTED, behind);
            lanes.send(new ProducerRecord<>(STREAM, where.partition(), good.key(), good.value()));
            await().atMost(SOON).until(() -> service.readiness().equals(Status.DOWN));
            var whileAway = lanes.enriched(behind);
            door.open();
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> !lanes.enriched(behind).isEmpty());
            await().atMost(SOON).until(() -> service.readiness().equals(Status.UP));

            // Then
            assertThat(whileAway).isEmpty();
            assertThat(deadLetters(List.of(where))).hasSize(1);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(java.util.Collection<RecordMetadata> origins) {
        return lanes.all(Streams.ARTICLE_INGESTED.deadLetters()).stream()
                .filter(letter -> origins.stream().anyMatch(origin -> comesFrom(letter, origin)))
                .toList();
    }

    private static boolean comesFrom(ConsumerRecord<byte[], byte[]> letter, RecordMetadata origin) {
        return SentRecords.header(letter.headers(), "dlt-original-partition")
                        .filter(String.valueOf(origin.partition())::equals)
                        .isPresent()
                && SentRecords.header(letter.headers(), "dlt-original-offset")
                        .filter(String.valueOf(origin.offset())::equals)
                        .isPresent();
    }

    private ProducerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ProducerRecord<>(STREAM, run.getBytes(StandardCharsets.UTF_8), value);
    }

    private ProducerRecord<byte[], byte[]> bomb(byte[] value) {
        var record = record(value);
        var nested = "[".repeat(20_000);
        record.headers()
                .add("spring_json_header_types", ("{\"a\":" + nested).getBytes(StandardCharsets.UTF_8))
                .add("a", nested.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, byte value) {
        var changed = bytes.clone();
        changed[at] = value;
        return changed;
    }
}
