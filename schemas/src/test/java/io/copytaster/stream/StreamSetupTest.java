package io.copytaster.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.event.ArticleIngested;
import io.copytaster.localservers.LocalServers;
import io.copytaster.registry.FakeRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamSetupTest {

    private static final LocalServers SERVERS = LocalServers.shared();
    private static final StreamSetupSettings SETTINGS = new StreamSetupSettings(4, 1);

    private final String name = "test.stream-" + UUID.randomUUID();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS.bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void creates_a_stream_and_its_dead_letters() throws Exception {
        // When
        StreamSetup.ensure(config(), SETTINGS, stream(StreamStorage.ARTICLES));

        // Then
        assertThat(described(name).partitions()).hasSize(4);
        assertThat(described(name + "-dlt").partitions()).hasSize(4);
        assertThat(configured(name))
                .containsEntry("max.message.bytes", "2097152")
                .containsEntry("cleanup.policy", "delete");
        assertThat(configured(name + "-dlt")).containsEntry("max.message.bytes", "8519680");
    }

    @Test
    void compacts_a_stream_of_latest_records() throws Exception {
        // When
        StreamSetup.ensure(config(), SETTINGS, stream(StreamStorage.LATEST));

        // Then
        assertThat(configured(name))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "3600000")
                .containsEntry("delete.retention.ms", "172800000");
        assertThat(configured(name + "-dlt")).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void changes_nothing_when_it_is_repeated_by_many_at_once() throws Exception {
        // Given
        Callable<String> start = () -> {
            StreamSetup.ensure(config(), SETTINGS, stream(StreamStorage.RESULTS));
            return "ready";
        };

        // When
        try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = services.invokeAll(
                    IntStream.range(0, 6).mapToObj(_ -> start).toList());

            // Then
            for (var outcome : starts) {
                assertThat(outcome.get()).isEqualTo("ready");
            }
        }
        assertThat(described(name).partitions()).hasSize(4);
    }

    @Test
    void refuses_another_partition_count_and_says_what_to_set() throws Exception {
        // Given
        admin.createTopics(List.of(new NewTopic(name, 6, (short) 1))).all().get();

        // When
        var refusal = assertThatThrownBy(() -> StreamSetup.ensure(config(), SETTINGS, stream(StreamStorage.ARTICLES)));

        // Then
        refusal.isInstanceOf(StreamSetupException.class)
                .hasMessageContaining(name + " has 6 partitions, expected 4")
                .hasMessageContaining("set copytaster.streams.partitions to 6");
    }

    @Test
    void refuses_a_stream_that_is_too_narrow_and_says_how_to_alter_it() throws Exception {
        // Given
        var narrow = new NewTopic(name, 4, (short) 1).configs(Map.of("max.message.bytes", "1000000"));
        admin.createTopics(List.of(narrow)).all().get();

        // When
        var refusal = assertThatThrownBy(() -> StreamSetup.ensure(config(), SETTINGS, stream(StreamStorage.ARTICLES)));

        // Then
        refusal.isInstanceOf(StreamSetupException.class).hasMessageContaining("--add-config max.message.bytes=2097152");
    }

    @Test
    void says_that_one_broker_cannot_keep_three_copies() {
        // Given
        var three = new StreamSetupSettings(4, 3);

        // When
        var refusal = assertThatThrownBy(() -> StreamSetup.ensure(config(), three, stream(StreamStorage.ARTICLES)));

        // Then
        refusal.isInstanceOf(StreamSetupException.class).hasMessageContaining("replication 3 cannot be created");
    }

    @Test
    void says_that_the_registry_is_away() {
        // Given
        var dead = FakeRegistry.start();
        dead.close();
        var config = Map.of("bootstrap.servers", SERVERS.bootstrapServers(), "schema.registry.url", dead.url());

        // When
        var refusal = assertThatThrownBy(() -> StreamSetup.ensure(config, SETTINGS, stream(StreamStorage.ARTICLES)));

        // Then
        refusal.isInstanceOf(StreamSetupException.class).hasMessageContaining("start the schema registry");
    }

    @Test
    void prepares_every_stream_there_is() {
        // When
        StreamSetup.ensure(config(), SETTINGS, Streams.ALL.toArray(EventStream<?>[]::new));

        // Then
        assertThat(Streams.ALL)
                .allSatisfy(stream ->
                        assertThat(described(stream.name()).partitions()).hasSize(SETTINGS.partitions()));
    }

    private EventStream<ArticleIngested> stream(StreamStorage storage) {
        return new EventStream<>(
                name,
                ArticleIngested.class,
                storage,
                ArticleIngested::getArticleId,
                ArticleIngested::getRevisionId,
                _ -> Instant.EPOCH);
    }

    private TopicDescription described(String stream) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(stream))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
    }

    private Map<String, String> configured(String stream) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, stream);
        return admin.describeConfigs(List.of(resource)).all().get().values().iterator().next().entries().stream()
                .collect(Collectors.toMap(ConfigEntry::name, entry -> String.valueOf(entry.value())));
    }

    private static Map<String, Object> config() {
        return Map.of(
                "bootstrap.servers", SERVERS.bootstrapServers(),
                "schema.registry.url", SERVERS.registryUrl(),
                "copytaster.unknown", "ignored");
    }
}
