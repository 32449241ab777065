package io.copytaster.alert.listen;

import io.copytaster.alert.AlertApplication;
import io.copytaster.event.AlertRaised;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.WatchMatched;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** alert-service on a free port against real servers, with what a test needs to talk to it and to its streams. */
final class RunningAlertService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LocalServers servers = LocalServers.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventWriter writer;
    private final ConfigurableApplicationContext context;
    private final Map<EventStream<?>, StreamTail<?>> tails = new HashMap<>();

    private RunningAlertService(String instance) {
        var properties = new HashMap<String, Object>(servers.springProperties());
        properties.put("SERVER_PORT", "0");
        properties.put("COPYTASTER_INSTANCE", instance);
        properties.put("COPYTASTER_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        context = new SpringApplicationBuilder(AlertApplication.class)
                .properties(properties)
                .run();
        producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
        writer = new EventWriter(Wire.serializer(client()), URI.create("/copytaster/test"));
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> status("/actuator/health/readiness") == 200);
    }

    static RunningAlertService start() {
        return new RunningAlertService("0");
    }

    static RunningAlertService start(String instance) {
        return new RunningAlertService(instance);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Makes a watch and answers its id, once it is acknowledged. */
    String watch(String query, String options) {
        var body = "{\"name\":\"test\",\"query\":" + JSON.writeValueAsString(query) + ",\"endpoints\":[],\"options\":"
                + options + "}";
        var response = send("POST", "/api/v1/watches", body);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response).get("id").asString();
    }

    String watch(String query) {
        return watch(query, "{}");
    }

    /** Puts an article on the stream and returns when the broker has it. */
    void enriched(ArticleEnriched article) {
        publish(writer.write(Streams.ARTICLE_ENRICHED, article));
    }

    void publish(ProducerRecord<byte[], byte[]> record) {
        try {
            var _ = producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker did not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    ProducerRecord<byte[], byte[]> record(ArticleEnriched article) {
        return writer.write(Streams.ARTICLE_ENRICHED, article);
    }

    List<AlertRaised> alertsOf(String watch) {
        return committed(Streams.ALERT_RAISED).stream()
                .filter(alert -> alert.getWatchId().equals(watch))
                .toList();
    }

    List<WatchMatched> matchesOf(String watch) {
        return committed(Streams.WATCH_MATCHED).stream()
                .filter(match -> match.getWatchId().equals(watch))
                .toList();
    }

    /** Everything that is committed on a stream now. */
    @SuppressWarnings("unchecked") // Each stream's tail reads the type of that stream.
    <V extends SpecificRecord> List<V> committed(EventStream<V> stream) {
        return ((StreamTail<V>) tails.computeIfAbsent(stream, _ -> new StreamTail<>(stream, client()))).events();
    }

    /** The dead letters of a stream as they are now. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters(EventStream<?> stream) {
        return StreamTail.records(stream.deadLetters(), client());
    }

    int status(String path) {
        return send("GET", path, "").statusCode();
    }

    private Map<String, Object> client() {
        return Map.of(
                "bootstrap.servers", servers.bootstrapServers(),
                "schema.registry.url", servers.registryUrl());
    }

    private String port() {
        return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        tails.values().forEach(StreamTail::close);
        producer.close();
        context.close();
    }
}
