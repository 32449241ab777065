package io.copytaster.wire;

import io.copytaster.registry.Outage;
import io.copytaster.stream.EventStream;
import io.copytaster.wire.frame.EventHeaders;
import io.copytaster.wire.frame.TraceParent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into Kafka records: key, value, and headers after the CloudEvents Kafka binding ({@code ce_id},
 * {@code ce_type}, {@code ce_source}, {@code ce_time}, {@code ce_specversion}), {@code traceparent} and
 * {@code schema-fp}. Thread-safe.
 */
public final class EventWriter {

    private final Serializer<Object> serializer;
    private final URI source;
    private final Supplier<RandomGenerator> random;
    private final @Nullable String cause;
    private final ConcurrentMap<Schema, byte[]> fingerprints;

    /** Writes events of this source, for example {@code /copytaster/ingest}. */
    public EventWriter(Serializer<Object> serializer, URI source) {
        this(serializer, source, ThreadLocalRandom::current);
    }

    EventWriter(Serializer<Object> serializer, URI source, Supplier<RandomGenerator> random) {
        this(serializer, source, random, null, new ConcurrentHashMap<>());
    }

    private EventWriter(
            Serializer<Object> serializer,
            URI source,
            Supplier<RandomGenerator> random,
            @Nullable String cause,
            ConcurrentMap<Schema, byte[]> fingerprints) {
        this.serializer = serializer;
        this.source = source;
        this.random = random;
        this.cause = cause;
        this.fingerprints = fingerprints;
    }

    /** The same writer, whose events continue the trace of the record that caused them. */
    public EventWriter causedBy(ConsumerRecord<?, ?> record) {
        var trace = EventHeaders.text(record.headers(), EventHeaders.TRACE).orElse(null);
        return new EventWriter(serializer, source, random, trace, fingerprints);
    }

    /** The event as a record; its key decides the partition. */
    public <V extends SpecificRecord> ProducerRecord<byte[], byte[]> write(EventStream<V> stream, V event) {
        return record(stream, event, null);
    }

    /** The event as a record for this partition. */
    public <V extends SpecificRecord> ProducerRecord<byte[], byte[]> write(
            EventStream<V> stream, V event, int partition) {
        return record(stream, event, partition);
    }

    /**
     * A record that cannot be read, for the stream's dead letters: original key, value and headers, and
     * {@code dlt-original-topic}, {@code -partition}, {@code -offset}, {@code -timestamp} (milliseconds),
     * {@code dlt-reason} and {@code dlt-exception} as text. A value that would not fit stays where it is:
     * {@code dlt-value-omitted} says how long it is, the origin says where.
     */
    public ProducerRecord<byte[], byte[]> deadLetter(
            EventStream<?> origin, ConsumerRecord<byte[], byte[]> record, Unreadable<?> reason) {
        return DeadLetter.of(origin, record, reason);
    }

    private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
            EventStream<V> stream, V event, @Nullable Integer partition) {
        var key = stream.key().apply(event).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(stream.name(), partition, key, bytes(stream, event));
        describe(stream, event, record.headers());
        return record;
    }

    /** Another maker's serializer tells an outage only by its causes. */
    private byte[] bytes(EventStream<?> stream, SpecificRecord event) {
        try {
            return serializer.serialize(stream.name(), event);
        } catch (RegistryUnreachableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw new RegistryUnreachableException("the schema registry cannot be asked", e);
            }
            throw e;
        }
    }

    private <V extends SpecificRecord> void describe(EventStream<V> stream, V event, Headers headers) {
        EventHeaders.put(headers, EventHeaders.VERSION, "1.0");
        EventHeaders.put(headers, EventHeaders.CONTENT_TYPE, "application/avro");
        EventHeaders.put(headers, EventHeaders.ID, stream.identity().apply(event));
        EventHeaders.put(headers, EventHeaders.TYPE, stream.schema().getFullName());
        EventHeaders.put(headers, EventHeaders.SOURCE, source.toString());
        EventHeaders.put(
                headers, EventHeaders.TIME, stream.occurredAt().apply(event).toString());
        EventHeaders.put(headers, EventHeaders.TRACE, TraceParent.after(cause, random.get()));
        headers.add(EventHeaders.FINGERPRINT, fingerprint(event.getSchema()));
    }

    private byte[] fingerprint(Schema schema) {
        var known = fingerprints.get(schema);
        return known == null ? fingerprints.computeIfAbsent(schema, EventHeaders::fingerprint) : known;
    }
}
