package io.copytaster.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.copytaster.alert.RunningService;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.event.DeliveryFinished;
import io.copytaster.event.DeliveryOutcome;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Wire;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a subscriber sees over HTTP and at its endpoint, of the service as it runs. */
class SubscriberTest {

    private static LoopbackReceiver receiver;
    private static RunningService service;

    @BeforeAll
    static void start() {
        receiver = new LoopbackReceiver();
        service = new RunningService(Map.of(
                "COPYTASTER_INSTANCE", "subscriber", "COPYTASTER_GUARD_ALLOW", "127.0.0.1/32:" + receiver.port()));
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
    }

    @Test
    void a_test_message_arrives_signed_with_the_secret_that_was_shown_once() throws Exception {
        // Given
        var endpoint = createEndpoint();
        var path = "/api/v1/endpoints/" + endpoint.get("id").asString();

        // When
        var opened = RunningService.json(service.send("POST", path + "/test", ""));

        // Then
        var id = opened.get("deliveryId").asString();
        await().until(() -> receiver.received().stream()
                .anyMatch(request -> request.header("webhook-id").equals(id)));
        var request = receiver.received().stream()
                .filter(r -> r.header("webhook-id").equals(id))
                .findFirst()
                .orElseThrow();
        new Webhook(endpoint.get("secret").asString()).verify(request.body(), headers(request));
        assertThat(service.send("GET", path, "").body()).doesNotContain("whsec_");
    }

    @Test
    void a_delivery_shows_its_attempts_and_its_end_is_published() {
        // Given
        var endpoint = new EndpointId(createEndpoint().get("id").asString());
        var alert = SampleAlerts.about("article-of-subscriber-test");

        // When
        service.bean(Deliveries.class).open(alert, List.of(endpoint));

        // Then
        await().until(() -> service.get("/api/v1/deliveries?state=delivered&endpoint=" + endpoint)
                        .get("items")
                        .size()
                == 1);
        var listed = service.get("/api/v1/deliveries?endpoint=" + endpoint)
                .get("items")
                .get(0);
        var shown = service.get("/api/v1/deliveries/" + listed.get("deliveryId").asString());
        assertThat(shown.get("state").asString()).isEqualTo("delivered");
        assertThat(shown.get("log").get(0).get("status").asInt()).isEqualTo(200);
        assertThat(shown.get("alerts").get(0).get("alertId").asString())
                .isEqualTo(alert.id().value());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(finished())
                        .filteredOn(end -> end.getDeliveryId()
                                .equals(shown.get("deliveryId").asString()))
                        .isNotEmpty()
                        .allSatisfy(end -> {
                            assertThat(end.getOutcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                            assertThat(end.getAlertIds())
                                    .containsExactly(alert.id().value());
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'url':'http://10.0.0.5/hook'}|url|is private (10.0.0.0/8)",
                "{'url':'http://127.0.0.1:1/hook'}|url|copytaster.guard.allow",
                "{'url':'http://[::ffff:169.254.169.254]/'}|url|link-local",
                "{'url':'http://2130706433/'}|url|looks like a number",
                "{'url':'ftp://example.com/'}|url|https://host",
                "{'name':'no url'}|url|expected the URL",
                "{'url':'http://93.184.216.34/','secret':'whsec_'}|secret|24 to 75 bytes",
                "{'url':'http://93.184.216.34/','clientErrors':'ignore'}|clientErrors|retry or refuse",
                "{'url':'http://93.184.216.34/','state':'paused'}|state|leave state out"
            })
    void what_cannot_be_an_endpoint_is_refused_with_the_field_and_the_remedy(String body, String field, String remedy) {
        var response = service.send("POST", "/api/v1/endpoints", body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(RunningService.json(response).get("field").asString()).isEqualTo(field);
        assertThat(RunningService.json(response).get("detail").asString()).contains(remedy);
    }

    @Test
    void an_endpoint_is_listed_paused_and_removed() {
        // Given
        var id = createEndpoint().get("id").asString();
        var path = "/api/v1/endpoints/" + id;

        // When
        var paused = service.send("PUT", path, "{\"url\":\"" + receiver.url() + "\",\"state\":\"paused\"}");
        int test = service.send("POST", path + "/test", "").statusCode();
        int removed = service.send("DELETE", path, "").statusCode();

        // Then
        assertThat(RunningService.json(paused).get("state").asString()).isEqualTo("paused");
        assertThat(test).isEqualTo(409);
        assertThat(removed).isEqualTo(204);
        assertThat(service.send("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(service.send("GET", "/api/v1/endpoints", "").body()).doesNotContain(id);
        assertThat(service.send("GET", "/api/v1/deliveries/nonsense", "").statusCode())
                .isEqualTo(404);
    }

    private static JsonNode createEndpoint() {
        var response =
                service.send("POST", "/api/v1/endpoints", "{\"name\":\"test\",\"url\":\"" + receiver.url() + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return RunningService.json(response);
    }

    private static List<DeliveryFinished> finished() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", LocalServers.shared().bootstrapServers(),
                "schema.registry.url", LocalServers.shared().registryUrl(),
                "isolation.level", "read_committed");
        var reader = new EventReader<>(Streams.DELIVERY_FINISHED, Wire.deserializer(config));
        var ends = new ArrayList<DeliveryFinished>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Streams.DELIVERY_FINISHED.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var last = consumer.endOffsets(partitions);
            while (last.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (reader.read(record) instanceof Readable<DeliveryFinished>(var end)) {
                        ends.add(end);
                    }
                }
            }
        }
        return ends;
    }

    private static HttpHeaders headers(LoopbackReceiver.Received request) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(request.header("webhook-id")),
                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                        "webhook-signature", List.of(request.header("webhook-signature"))),
                (_, _) -> true);
    }
}
