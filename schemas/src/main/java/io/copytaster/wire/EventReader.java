package io.copytaster.wire;

import io.copytaster.registry.Outage;
import io.copytaster.registry.UnknownSchemaException;
import io.copytaster.registry.UnknownSchemas;
import io.copytaster.registry.Waiting;
import io.copytaster.stream.EventStream;
import io.copytaster.wire.frame.EventHeaders;
import io.copytaster.wire.frame.Frame;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a stream. A record that is not what the stream promises ({@code ce_type}, the record's type, the
 * fingerprint of its schema, the bytes themselves) is {@link Unreadable}, at once; one whose schema the registry does not
 * know, after three answers over ten seconds. Headers are checked when present, as foreign producers may write none.
 * Thread-safe.
 *
 * <p>{@link RegistryUnreachableException} is the only exception: let it rise.
 */
public final class EventReader<V extends SpecificRecord> {

    private static final HexFormat HEX = HexFormat.of();

    private final EventStream<V> stream;
    private final Deserializer<Object> deserializer;
    private final UnknownSchemas unknown;
    private final ConcurrentMap<Integer, byte[]> fingerprints = new ConcurrentHashMap<>();

    /** Reads with a deserializer of {@link Wire#deserializer}. */
    public EventReader(EventStream<V> stream, Deserializer<Object> deserializer) {
        this(stream, deserializer, Clock.systemUTC(), Waiting::really);
    }

    EventReader(EventStream<V> stream, Deserializer<Object> deserializer, Clock clock, Waiting waiting) {
        this.stream = stream;
        this.deserializer = deserializer;
        this.unknown = new UnknownSchemas(clock, waiting);
    }

    /** The record as an event, or why it is none. */
    public Reading<V> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return decode(record);
        } catch (RegistryUnreachableException e) {
            throw e;
        } catch (UnknownSchemaException e) {
            return unreadable("its schema is not in the schema registry", e);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw new RegistryUnreachableException("the schema registry cannot be asked", e);
            }
            return unreadable("its bytes cannot be read as " + stream.schema().getFullName(), e);
        }
    }

    private Reading<V> decode(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return refused("it has no value, and a missing value means nothing on " + stream.name());
        }
        var type = EventHeaders.text(record.headers(), EventHeaders.TYPE);
        if (type.isPresent() && !type.get().equals(stream.schema().getFullName())) {
            return refused("expected the type " + stream.schema().getFullName() + " in its header " + EventHeaders.TYPE
                    + ", got another");
        }
        return decode(record, Frame.schemaId(value));
    }

    private Reading<V> decode(ConsumerRecord<byte[], byte[]> record, int schemaId) {
        if (deserializer instanceof WriterSchemas schemas) {
            var writer = unknown.find(schemaId, schemas::writerSchema);
            if (!writer.getFullName().equals(stream.schema().getFullName())) {
                return refused("expected the type " + stream.schema().getFullName() + ", its schema " + schemaId
                        + " is " + writer.getFullName());
            }
            var expected = EventHeaders.bytes(record.headers(), EventHeaders.FINGERPRINT);
            if (expected.isPresent() && !Arrays.equals(expected.get(), fingerprint(schemaId, writer))) {
                return refused("its schema had the fingerprint " + shown(expected.get())
                        + " when it was written, the registry's schema " + schemaId + " has "
                        + shown(fingerprint(schemaId, writer)) + ": the registry gave the id to another schema");
            }
        }
        return event(deserializer.deserialize(stream.name(), record.value()));
    }

    private Reading<V> event(@Nullable Object event) {
        return stream.type().isInstance(event)
                ? new Readable<>(stream.type().cast(event))
                : refused("expected a record of " + stream.type().getName());
    }

    private byte[] fingerprint(int schemaId, Schema writer) {
        var known = fingerprints.get(schemaId);
        return known == null ? fingerprints.computeIfAbsent(schemaId, _ -> EventHeaders.fingerprint(writer)) : known;
    }

    private Unreadable<V> refused(String reason) {
        return new Unreadable<>("the record is set aside: " + reason, "");
    }

    private Unreadable<V> unreadable(String reason, RuntimeException e) {
        var cause = e instanceof SerializationException && e.getCause() != null ? e.getCause() : e;
        return new Unreadable<>(
                "the record is set aside: " + reason, cause.getClass().getName() + ": " + e.getMessage());
    }

    private static String shown(byte[] fingerprint) {
        return HEX.formatHex(fingerprint, 0, Math.min(fingerprint.length, Long.BYTES));
    }
}
