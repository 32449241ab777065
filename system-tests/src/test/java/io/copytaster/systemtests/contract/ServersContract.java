package io.copytaster.systemtests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.event.WatchMatched;
import io.copytaster.registry.IncompatibleSchemaException;
import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inherited by one test for each place where the servers run. */
abstract class ServersContract {

    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    private final String run = UUID.randomUUID().toString();

    /** The servers, running. */
    abstract ServerAddresses servers();

    @BeforeEach
    void prepare_streams_as_every_service_does() {
        StreamSetup.ensure(
                servers().clientConfig(), StreamSetupSettings.ONE_MACHINE, Streams.ALL.toArray(EventStream[]::new));
    }

    @Test
    void shows_readers_what_was_committed_and_nothing_else() {
        // Given
        try (var producer = producer("visibility")) {
            producer.initTransactions();

            // When
            send(producer, "aborted");
            producer.abortTransaction();
            send(producer, "committed");
            producer.commitTransaction();
        }

        // Then
        assertThat(matches()).containsExactly(run + "committed");
    }

    @Test
    void keeps_the_order_of_a_key() {
        // Given
        var sent = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
        try (var producer = producer("order")) {
            producer.initTransactions();

            // When
            send(producer, sent.toArray(String[]::new));
            producer.commitTransaction();
        }

        // Then
        assertThat(matches())
                .isEqualTo(sent.stream().map(number -> run + number).toList());
    }

    @Test
    void lets_a_successor_end_what_its_killed_predecessor_left_open() {
        // Given
        try (var killed = producer("same-id");
                var successor = producer("same-id")) {
            killed.initTransactions();
            send(killed, "left open");

            // When
            successor.initTransactions();
            send(successor, "of the successor");
            successor.commitTransaction();

            // Then
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(ProducerFencedException.class);
        }
        assertThat(matches()).containsExactly(run + "of the successor");
    }

    @Test
    void gives_one_schema_one_id_and_refuses_what_older_readers_cannot_read() throws Exception {
        // Given
        var subject = "contract-" + run + "-value";
        try (var registry = new SchemaRegistry(RegistrySettings.from(servers().clientConfig()))) {
            int first = registry.registerFullTransitive(subject, schema("kept"));

            // When
            int second = registry.registerFullTransitive(subject, schema("kept"));
            var refusal = assertThatThrownBy(() -> registry.register(subject, schema("renamed")));

            // Then
            assertThat(second).isEqualTo(first);
            refusal.isInstanceOf(IncompatibleSchemaException.class).hasMessageContaining(subject);
        }
    }

    @Test
    void hands_a_row_to_one_of_two_workers() throws Exception {
        // Given
        try (var first = servers().connect();
                var second = servers().connect()) {
            execute(first, "create table if not exists contract_due (id int primary key)");
            execute(first, "truncate contract_due");
            execute(first, "insert into contract_due values (1), (2)");
            first.setAutoCommit(false);
            second.setAutoCommit(false);

            // When
            var taken = List.of(claim(first), claim(second));
            first.rollback();
            second.rollback();

            // Then
            assertThat(taken).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void frees_the_name_of_an_instance_when_its_session_ends() throws Exception {
        // Given
        var name = run.hashCode();
        try (var other = servers().connect()) {
            boolean whileHeld;
            try (var holder = servers().connect()) {
                query(holder, "select pg_try_advisory_lock(" + name + ")");
                whileHeld = query(other, "select pg_try_advisory_lock(" + name + ")")
                        .equals("t");
            }

            // When
            query(other, "select pg_advisory_lock(" + name + ")");

            // Then
            assertThat(whileHeld).isFalse();
        }
    }

    @Test
    void keeps_text_of_every_script() throws Exception {
        // Given
        var text = "Путин · 人工智能 · الصين · नई दिल्ली · Brésil · 𝔊𝔓𝔘 · 👩‍🚀";
        try (var connection = servers().connect();
                var statement = connection.prepareStatement("select ?::text, length(?)")) {
            statement.setString(1, text);
            statement.setString(2, text);

            // When
            var answer = statement.executeQuery();

            // Then
            assertThat(answer.next()).isTrue();
            assertThat(answer.getString(1)).isEqualTo(text);
            assertThat(answer.getInt(2)).isEqualTo(text.codePointCount(0, text.length()));
        }
    }

    private static int claim(Connection connection) throws SQLException {
        return Integer.parseInt(
                query(connection, "select id from contract_due order by id for update skip locked limit 1"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Schema schema(String field) {
        return SchemaBuilder.record("Contract").fields().requiredString(field).endRecord();
    }

    private void send(KafkaProducer<byte[], byte[]> producer, String... matches) {
        producer.beginTransaction();
        try (Serializer<Object> serializer = Wire.serializer(servers().clientConfig())) {
            var writer = new EventWriter(serializer, URI.create("/copytaster/contract"));
            for (var match : matches) {
                var event = WatchMatched.newBuilder()
                        .setWatchId(run)
                        .setMatchId(run + match)
                        .build();
                var _ = producer.send(writer.write(Streams.WATCH_MATCHED, event));
            }
        }
        producer.flush();
    }

    private KafkaProducer<byte[], byte[]> producer(String name) {
        var config = new HashMap<>(servers().clientConfig());
        config.put("transactional.id", run + name);
        config.put("acks", "all");
        config.put("compression.type", "zstd");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The identities of this run's matches on the stream, as a reader of committed records sees them. */
    private List<String> matches() {
        Map<String, Object> config = new HashMap<>(servers().clientConfig());
        config.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Streams.WATCH_MATCHED.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(READ_WITHIN)) {
                    var identity =
                            new String(record.headers().lastHeader("ce_id").value(), UTF_8);
                    if (identity.startsWith(run)) {
                        found.add(identity);
                    }
                }
            }
            return found;
        }
    }
}
