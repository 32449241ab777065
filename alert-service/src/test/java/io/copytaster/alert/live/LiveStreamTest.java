package io.copytaster.alert.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.alert.RunningService;
import io.copytaster.event.AlertRaised;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live stream over real sockets, from a real broker. */
class LiveStreamTest {

    private static RunningService service;
    private static KafkaProducer<byte[], byte[]> producer;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        service = new RunningService(Map.of("COPYTASTER_INSTANCE", "live", "copytaster.live.heartbeat", "300ms"));
        Map<String, Object> client = Map.of(
                "bootstrap.servers", LocalServers.shared().bootstrapServers(),
                "schema.registry.url", LocalServers.shared().registryUrl());
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        writer = new EventWriter(Wire.serializer(client), URI.create("/copytaster/test"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.bean(LiveAlerts.class).place().isPresent());
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
    }

    @Test
    void shows_the_callers_alerts_and_nobody_elses() {
        try (var events = new EventReading(service.url("/api/v1/stream"), Optional.empty())) {
            // Given
            await().until(() -> !events.ids().isEmpty());

            // When
            raise("default", "mine-1");
            raise("somebody-else", "theirs");
            raise("default", "mine-2");

            // Then
            await().until(() -> events.alerts().size() == 2);
            assertThat(events.alerts()).allMatch(json -> json.contains("\"alertId\":\"mine-"));
            assertThat(events.text()).contains("retry:2000").doesNotContain("theirs", "somebody-else");
        }
    }

    @Test
    void reconnecting_with_the_last_id_repeats_nothing_and_skips_nothing() {
        // Given
        var seen = new ArrayList<String>();
        Optional<String> lastId = Optional.empty();

        // When
        for (int round = 0; round < 4; round++) {
            try (var events = new EventReading(service.url("/api/v1/stream"), lastId)) {
                await().until(() -> !events.ids().isEmpty());
                int from = round * 100;
                int expected = round == 0 ? 50 : 100;
                IntStream.range(from, from + 50).forEach(number -> raise("default", "a" + number));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> events.alerts().size() >= expected);
                seen.addAll(events.alerts());
                lastId = Optional.of(events.ids().getLast());
            }
            int missed = round * 100 + 50;
            IntStream.range(missed, missed + 50).forEach(number -> raise("default", "a" + number));
        }

        // Then
        assertThat(seen.stream().map(LiveStreamTest::alertId).toList())
                .hasSize(350)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 350).mapToObj(number -> "a" + number).toList());
    }

    @Test
    void a_silent_stream_is_kept_alive() {
        try (var events = new EventReading(service.url("/api/v1/stream"), Optional.empty())) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(events.text()).contains(":still here"));
        }
    }

    @Test
    void an_id_that_is_none_is_refused_by_name() {
        var response = service.send("GET", "/api/v1/stream?after=yesterday", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RunningService.json(response).get("field").asString()).isEqualTo("Last-Event-ID");
    }

    private static String alertId(String json) {
        int start = json.indexOf("\"alertId\":\"") + 11;
        return json.substring(start, json.indexOf('"', start));
    }

    private static void raise(String subscriber, String alert) {
        var event = AlertRaised.newBuilder()
                .setAlertId(alert)
                .setWatchId("w_" + alert.hashCode())
                .setSubscriberId(subscriber)
                .setRaisedAt(Instant.parse("2026-11-25T08:00:00Z"))
                .build();
        try {
            var _ = producer.send(writer.write(Streams.ALERT_RAISED, event)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
