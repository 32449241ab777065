package io.copytaster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.registry.FakeRegistry;
import io.copytaster.stream.Streams;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventReaderTest {

    private final FakeRegistry registry = FakeRegistry.start();
    private final Serializer<Object> serializer = Wire.serializer(config());
    private final Deserializer<Object> deserializer = Wire.deserializer(config());
    private final EventWriter writer = new EventWriter(serializer, URI.create("/copytaster/test"));
    private final List<Duration> waits = new ArrayList<>();
    private final EventReader<ArticleIngested> reader =
            new EventReader<>(Streams.ARTICLE_INGESTED, deserializer, Clock.systemUTC(), waits::add);

    @AfterEach
    void stop() {
        serializer.close();
        deserializer.close();
        registry.close();
    }

    @Test
    void reads_what_the_writer_wrote() {
        // Given
        var record = consumed(writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested()));

        // When
        var reading = reader.read(record);

        // Then
        assertThat(reading).isEqualTo(new Readable<>(SampleEvents.ingested()));
    }

    @Test
    void reads_a_record_without_headers() {
        // Given
        var record = consumed(value(), new RecordHeaders());

        // When
        var reading = reader.read(record);

        // Then
        assertThat(reading).isEqualTo(new Readable<>(SampleEvents.ingested()));
    }

    @Test
    void refuses_a_record_that_says_it_is_something_else() {
        // Given
        var headers = new RecordHeaders();
        headers.add("ce_type", "io.copytaster.event.ArticleEnriched".getBytes(StandardCharsets.UTF_8));

        // When
        var reading = reader.read(consumed(value(), headers));

        // Then
        assertThat(reason(reading)).contains("expected the type io.copytaster.event.ArticleIngested");
    }

    @Test
    void refuses_a_record_that_is_something_else() {
        // Given
        var record = writer.write(Streams.ARTICLE_ENRICHED, SampleEvents.enriched());

        // When
        var reading = reader.read(consumed(record.value(), new RecordHeaders()));

        // Then
        assertThat(reason(reading)).contains(ArticleEnriched.class.getName());
    }

    @Test
    void refuses_a_record_whose_id_the_registry_gave_to_another_schema() {
        // Given
        var record = consumed(writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested()));
        var other = SchemaBuilder.record("io.copytaster.event.ArticleIngested")
                .fields()
                .optionalString("x")
                .endRecord();
        registry.replace(ByteBuffer.wrap(record.value()).getInt(1), other.toString());
        try (var fresh = Wire.deserializer(config())) {
            // When
            var reading = new EventReader<>(Streams.ARTICLE_INGESTED, fresh).read(record);

            // Then
            assertThat(reason(reading)).contains("the registry gave the id to another schema");
        }
    }

    @Test
    void refuses_a_record_without_value() {
        // When
        var reading = reader.read(consumed(null, new RecordHeaders()));

        // Then
        assertThat(reason(reading)).contains("no value");
    }

    @Test
    void refuses_another_frame_at_once() {
        // Given
        var value = value();
        value[0] = 1;

        // When
        var reading = reader.read(consumed(value, new RecordHeaders()));

        // Then
        assertThat(((Unreadable<?>) reading).exception()).contains("starts with 0x00", "0x01");
        assertThat(waits).isEmpty();
    }

    @Test
    void refuses_every_truncation_and_every_extension() {
        // Given
        var value = value();
        for (int length = 0; length <= value.length + 3; length++) {
            if (length != value.length) {
                // When
                var reading = reader.read(consumed(Arrays.copyOf(value, length), new RecordHeaders()));

                // Then
                assertThat(reading).as("length %d of %d", length, value.length).isInstanceOf(Unreadable.class);
            }
        }
        assertThat(waits).isEmpty();
    }

    @Test
    @Timeout(60)
    void survives_random_bytes_after_a_valid_id() {
        // Given
        var seed = Long.getLong("seed", 7L);
        var random = new Random(seed);
        var value = value();
        for (int round = 0; round < 20_000; round++) {
            var bytes = Arrays.copyOf(value, 5 + random.nextInt(80));
            for (int i = 5; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt(256));
            }

            // When
            var reading = reader.read(consumed(bytes, new RecordHeaders()));

            // Then
            assertThat(reading).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    @Test
    void never_allocates_what_a_length_merely_claims() {
        // Given
        var twoGigabytes =
                new byte[] {0, 0, 0, 0, 1, (byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 1, 2, 3};

        // When
        value();
        var reading = reader.read(consumed(twoGigabytes, new RecordHeaders()));

        // Then
        assertThat(((Unreadable<?>) reading).exception()).contains("EOFException");
    }

    @Test
    void gives_up_an_unknown_schema_after_ten_seconds_and_remembers() {
        // Given
        var unknown = new byte[] {0, 0, 0, 4, 0, 1};

        // When
        var reading = reader.read(consumed(unknown, new RecordHeaders()));
        var again = reader.read(consumed(unknown, new RecordHeaders()));

        // Then
        assertThat(reason(reading)).contains("not in the schema registry");
        assertThat(again).isInstanceOf(Unreadable.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(registry.requests())
                .containsExactly("GET /schemas/ids/1024", "GET /schemas/ids/1024", "GET /schemas/ids/1024");
    }

    @Test
    void lets_an_outage_rise() {
        // Given
        var record = consumed(new byte[] {0, 0, 0, 4, 0, 1}, new RecordHeaders());
        registry.answerAlways(503, "");

        // When
        var outage = assertThatExceptionOfType(RegistryUnreachableException.class);

        // Then
        outage.isThrownBy(() -> reader.read(record)).withMessageContaining("1024");
        assertThat(waits).isEmpty();
    }

    @Test
    void reads_known_schemas_during_an_outage() {
        // Given
        var record = consumed(writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested()));
        reader.read(record);
        registry.close();

        // When
        var reading = reader.read(record);

        // Then
        assertThat(reading).isInstanceOf(Readable.class);
    }

    @Test
    void reads_a_record_written_with_an_older_schema() {
        // Given
        var older = SchemaBuilder.record("io.copytaster.event.ArticleIngested")
                .fields()
                .name("articleId")
                .type()
                .stringType()
                .stringDefault("")
                .name("headline")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord();
        var id = registry.add(older.toString());
        var value = ByteBuffer.allocate(9)
                .put((byte) 0)
                .putInt(id)
                .put((byte) 2)
                .put((byte) 'a')
                .put((byte) 2)
                .put((byte) 'h');

        // When
        var reading = reader.read(consumed(value.array(), new RecordHeaders()));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Readable.class,
                        readable -> assertThat(readable.event())
                                .isEqualTo(ArticleIngested.newBuilder()
                                        .setArticleId("a")
                                        .setHeadline("h")
                                        .build()));
    }

    @Test
    void checks_for_another_makers_deserializer_too() {
        // Given
        var config = Map.of(
                "schema.registry.url", registry.url(), "copytaster.wire.deserializer", OtherMaker.class.getName());
        try (var theirs = Wire.deserializer(config)) {
            var other = new EventReader<>(Streams.ARTICLE_INGESTED, theirs, Clock.systemUTC(), waits::add);

            // When
            var unknown = other.read(consumed(new byte[] {0, 0, 0, 4, 0, 1}, new RecordHeaders()));
            var undecodable = other.read(consumed(value(), new RecordHeaders()));

            // Then
            assertThat(reason(unknown)).contains("not in the schema registry");
            assertThat(((Unreadable<?>) undecodable).exception()).contains("java.io.EOFException");
        }
    }

    private byte[] value() {
        return writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested()).value();
    }

    private Map<String, Object> config() {
        return Map.of("schema.registry.url", registry.url(), "auto.register.schemas", true);
    }

    private static String reason(Reading<?> reading) {
        return switch (reading) {
            case Unreadable<?>(var reason, var _) -> reason;
            case Readable<?> _ -> "readable";
        };
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        return consumed(record.value(), new RecordHeaders(record.headers()));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(byte @Nullable [] value, RecordHeaders headers) {
        return new ConsumerRecord<byte[], byte[]>(
                Streams.ARTICLE_INGESTED.name(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                value,
                headers,
                Optional.empty());
    }
}
