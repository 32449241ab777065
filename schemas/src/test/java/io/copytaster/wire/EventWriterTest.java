package io.copytaster.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.registry.FakeRegistry;
import io.copytaster.registry.UnknownSchemaException;
import io.copytaster.stream.StreamStorage;
import io.copytaster.stream.Streams;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventWriterTest {

    private final FakeRegistry registry = FakeRegistry.start();
    private final Serializer<Object> serializer =
            Wire.serializer(Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "true"));
    private final EventWriter writer = new EventWriter(serializer, URI.create("/copytaster/test"));

    @AfterEach
    void stop() {
        serializer.close();
        registry.close();
    }

    @Test
    void addresses_the_record_by_the_streams_key() {
        // Given
        var event = SampleEvents.enriched();

        // When
        var record = writer.write(Streams.ARTICLE_ENRICHED, event, 3);

        // Then
        assertThat(record.topic()).isEqualTo("news.article-enriched");
        assertThat(record.partition()).isEqualTo(3);
        assertThat(new String(record.key(), UTF_8)).isEqualTo(event.getArticle().getArticleId());
    }

    @Test
    void frames_the_value_as_confluent_does() {
        // When
        var value =
                writer.write(Streams.ARTICLE_ENRICHED, SampleEvents.enriched()).value();

        // Then
        assertThat(Arrays.copyOf(value, 5)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void describes_the_event_in_its_headers() {
        // Given
        var event = SampleEvents.ingested();

        // When
        var headers = texts(writer.write(Streams.ARTICLE_INGESTED, event).headers());

        // Then
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("content-type", "application/avro")
                .containsEntry("ce_id", event.getRevisionId())
                .containsEntry("ce_type", "io.copytaster.event.ArticleIngested")
                .containsEntry("ce_source", "/copytaster/test")
                .containsEntry("ce_time", "2026-11-25T08:00:00.123Z");
        assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void states_the_fingerprint_of_the_schema() {
        // Given
        var fingerprint = SchemaNormalization.parsingFingerprint64(Streams.ARTICLE_INGESTED.schema());

        // When
        var header = writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested())
                .headers()
                .lastHeader("schema-fp");

        // Then
        assertThat(HexFormat.of().formatHex(header.value()))
                .isEqualTo(HexFormat.of().toHexDigits(Long.reverseBytes(fingerprint)));
    }

    @Test
    void continues_the_trace_of_the_cause() {
        // Given
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var cause = consumed(new byte[0], "traceparent", trace);

        // When
        var headers = texts(writer.causedBy(cause)
                .write(Streams.ARTICLE_INGESTED, SampleEvents.ingested())
                .headers());

        // Then
        assertThat(headers.get("traceparent"))
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01")
                .isNotEqualTo(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01"})
    void begins_a_trace_where_the_cause_has_none(String trace) {
        // Given
        var cause = consumed(new byte[0], "traceparent", trace);

        // When
        var headers = texts(writer.causedBy(cause)
                .write(Streams.ARTICLE_INGESTED, SampleEvents.ingested())
                .headers());

        // Then
        assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void sets_a_record_aside_with_its_bytes_and_origin() {
        // Given
        var record = consumed(new byte[] {9, 9}, "ce_type", "else");

        // When
        var letter =
                writer.deadLetter(Streams.ARTICLE_INGESTED, record, new Unreadable<>("why", "java.io.EOFException"));

        // Then
        assertThat(letter.topic()).isEqualTo("news.article-ingested-dlt");
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).containsExactly(9, 9);
        assertThat(texts(letter.headers()))
                .containsEntry("ce_type", "else")
                .containsEntry("dlt-original-topic", "news.article-ingested")
                .containsEntry("dlt-original-partition", "2")
                .containsEntry("dlt-original-offset", "17")
                .containsEntry("dlt-original-timestamp", "1764057600000")
                .containsEntry("dlt-reason", "why")
                .containsEntry("dlt-exception", "java.io.EOFException")
                .doesNotContainKey("dlt-value-omitted");
    }

    @Test
    void sets_a_record_aside_that_has_neither_key_nor_value() {
        // Given
        var record = new ConsumerRecord<byte[], byte[]>("news.article-ingested", 2, 17, null, null);

        // When
        var letter = writer.deadLetter(Streams.ARTICLE_INGESTED, record, new Unreadable<>("why", ""));

        // Then
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
    }

    @Test
    void leaves_a_value_where_it_is_that_would_not_fit_the_dead_letters() {
        // Given
        var record = consumed(new byte[StreamStorage.DEAD_LETTER_BYTES], "ce_type", "else");

        // When
        var letter = writer.deadLetter(Streams.ARTICLE_INGESTED, record, new Unreadable<>("x".repeat(5_000), ""));

        // Then
        assertThat(letter.value()).isNull();
        assertThat(texts(letter.headers()))
                .containsEntry("dlt-value-omitted", String.valueOf(StreamStorage.DEAD_LETTER_BYTES))
                .hasEntrySatisfying("dlt-reason", reason -> assertThat(reason).hasSize(2_001));
    }

    @Test
    void registers_nothing_unless_told_to() {
        // Given
        try (var careful = Wire.serializer(Map.of("schema.registry.url", registry.url()))) {
            // When
            var refusal = assertThatThrownBy(() -> careful.serialize("s", SampleEvents.ingested()));

            // Then
            refusal.isInstanceOf(UnknownSchemaException.class).hasMessageContaining("auto.register.schemas");
        }
        assertThat(registry.requests()).containsExactly("POST /subjects/s-value");
    }

    @Test
    void lets_an_outage_rise() {
        // Given
        registry.answerAlways(500, "");

        // When
        var failure = assertThatThrownBy(() -> writer.write(Streams.ARTICLE_INGESTED, SampleEvents.ingested()));

        // Then
        failure.isInstanceOf(RegistryUnreachableException.class);
    }

    @Test
    void names_the_profile_when_confluents_class_is_missing() {
        // Given
        var config = Map.of(
                "schema.registry.url",
                registry.url(),
                "copytaster.wire.serializer",
                "io.confluent.kafka.serializers.KafkaAvroSerializer");

        // When
        var refusal = assertThatThrownBy(() -> Wire.serializer(config));

        // Then
        refusal.isInstanceOf(ConfigException.class).hasMessageContaining("profile 'confluent'");
    }

    private static Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(byte @Nullable [] value, String header, String text) {
        var headers = new RecordHeaders();
        headers.add(header, text.getBytes(UTF_8));
        return new ConsumerRecord<byte[], byte[]>(
                "news.article-ingested",
                2,
                17,
                1764057600000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "k".getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }
}
