package io.copytaster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** kafkajs and Confluent's npm registry client read our stream. Needs Node and {@code npm ci} in that folder. */
class ForeignConsumerTest {

    private static final Path FOLDER = Path.of("..", "system-tests", "foreign-consumer");
    private static final LocalServers SERVERS = LocalServers.shared();

    @Test
    void reads_an_enriched_article_and_prints_its_tags() throws Exception {
        // Given
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules")), "SKIPPED: run npm ci in " + FOLDER);
        StreamSetup.ensure(config(), StreamSetupSettings.ONE_MACHINE, Streams.ARTICLE_ENRICHED);
        produce();

        // When
        var printed = printed();

        // Then
        var line = JsonMapper.shared().readTree(printed);
        assertThat(line.path("topics").path(0).path("topic").asString()).isEqualTo("brics");
        assertThat(line.path("mentions").path(0).path("exact").asString()).isEqualTo("BRICS");
        assertThat(line.path("headline").asString())
                .isEqualTo(SampleEvents.ingested().getHeadline());
        assertThat(line.path("headers").path("ce_type").asString()).isEqualTo("io.copytaster.event.ArticleEnriched");
    }

    private static void produce() throws Exception {
        var client = Map.<String, Object>of(
                "bootstrap.servers",
                SERVERS.bootstrapServers(),
                "compression.type",
                "zstd",
                "transactional.id",
                "foreign-test");
        try (var serializer = Wire.serializer(config());
                var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            var writer = new EventWriter(serializer, URI.create("/copytaster/test"));
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(writer.write(Streams.ARTICLE_ENRICHED, SampleEvents.enriched()))
                    .get();
            producer.commitTransaction();
        }
    }

    private static String printed() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "node",
                        "read-enriched.mjs",
                        "--brokers",
                        SERVERS.bootstrapServers(),
                        "--registry",
                        SERVERS.registryUrl())
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of the foreign consumer").isZero();
        return printed;
    }

    private static Map<String, Object> config() {
        return Map.of("bootstrap.servers", SERVERS.bootstrapServers(), "schema.registry.url", SERVERS.registryUrl());
    }
}
