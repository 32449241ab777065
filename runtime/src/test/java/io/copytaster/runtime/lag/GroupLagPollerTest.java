package io.copytaster.runtime.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.localservers.LocalServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A group on a real broker that never commits by itself. */
class GroupLagPollerTest {

    private static final LagSettings SETTINGS = new LagSettings(Duration.ofMillis(50), Duration.ofSeconds(30));

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", LocalServers.shared().bootstrapServers());
    private final String group = "lag-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(group, 0);
    private final Admin admin = Admin.create(broker);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final GroupLagClient client = new GroupLagClient(
            new OffsetsClient(admin),
            () -> new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            now::get);
    private final GroupLagPoller poller = new GroupLagPoller(
            List.of(new WatchedGroup(
                    group, List.of(partition.topic()), () -> Set.of(partition.toString()), _ -> attempts.get())),
            client,
            SETTINGS,
            new LagMetrics(meters),
            now::get);
    private final StallHealth health = new StallHealth(poller);

    @BeforeEach
    void write_three_records() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                .all()
                .get();
        try (var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), new byte[] {1}))
                        .get();
            }
        }
        poller.start();
        eventually().until(() -> lag("records") == 3);
    }

    @AfterEach
    void stop() {
        poller.stop();
        client.close();
        admin.close();
    }

    @Test
    void tells_how_old_the_oldest_unread_record_is() {
        // When
        now.set(Instant.now().plus(1, ChronoUnit.HOURS));

        // Then
        eventually().until(() -> lag("seconds") >= 3600);
    }

    @Test
    void takes_liveness_down_when_our_partition_stands_still_and_up_when_it_moves() throws Exception {
        // When
        now.updateAndGet(instant -> instant.plusSeconds(30));

        // Then
        eventually().until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails()).containsEntry("stalled", List.of(group + " on " + partition));

        // When
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(3)))
                .all()
                .get();

        // Then
        eventually().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(lag("records")).isZero();
        assertThat(lag("seconds")).isZero();
    }

    @Test
    void leaves_a_partition_alone_whose_records_are_handed_over_again() {
        // Given
        now.updateAndGet(instant -> instant.plusSeconds(30));
        eventually().until(() -> health.health().getStatus().equals(Status.DOWN));

        // When
        attempts.incrementAndGet();

        // Then
        eventually().until(() -> health.health().getStatus().equals(Status.UP));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private double lag(String what) {
        var gauge = meters.find("copytaster.lag." + what).tag("group", group).gauge();
        return gauge == null ? -1 : gauge.value();
    }
}
