package io.copytaster.wire;

import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import io.copytaster.wire.frame.BoundedDecoder;
import io.copytaster.wire.frame.Frame;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in Confluent's format as Avro records, with Confluent's configuration keys: {@code schema.registry.url},
 * {@code basic.auth.user.info}, {@code specific.avro.reader} (false unless set: then a {@code GenericRecord} with the
 * writer's schema, else our generated class with its own schema). Thread-safe once configured.
 *
 * <p>Throws {@link RegistryUnreachableException} when the schema's id was never seen and the registry cannot be asked,
 * and {@code SerializationException} for bytes that cannot be read. Does not wait for unknown ids; {@link EventReader}
 * does.
 */
public final class AvroWireDeserializer implements Deserializer<Object>, WriterSchemas {

    private final ConcurrentMap<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean specific;

    /** Made by Kafka, then configured. */
    public AvroWireDeserializer() {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (isKey) {
            throw new ConfigException("Avro keys are not supported: our keys are plain text, use StringDeserializer");
        }
        specific = Wire.flag(config, Wire.SPECIFIC_READER, false);
        registry = new SchemaRegistry(RegistrySettings.from(config));
    }

    @Override
    public @Nullable Object deserialize(String stream, byte @Nullable [] bytes) {
        return bytes == null ? null : event(stream, bytes);
    }

    private Object event(String stream, byte[] bytes) {
        var reader = reader(Frame.schemaId(bytes));
        try {
            var decoder = new BoundedDecoder(bytes, Frame.HEADER_BYTES);
            @SuppressWarnings("NullAway") // Avro's reuse parameter may be null, its signature does not say so.
            var event = reader.read(null, decoder);
            if (!decoder.isAtEnd()) {
                throw new SerializationException("bytes are left after the record on " + stream);
            }
            return event;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("the bytes on " + stream + " do not fit their schema", e);
        }
    }

    @Override
    public Schema writerSchema(int id) {
        if (registry == null) {
            throw new IllegalStateException("configure the deserializer before its first use");
        }
        return WriterSchemas.ask(registry, id);
    }

    private DatumReader<Object> reader(int id) {
        var known = readers.get(id);
        return known == null ? readers.computeIfAbsent(id, _ -> newReader(writerSchema(id))) : known;
    }

    private DatumReader<Object> newReader(Schema writer) {
        return specific ? specificReader(writer) : new GenericDatumReader<>(writer, writer, GenericData.get());
    }

    private static DatumReader<Object> specificReader(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new SerializationException("there is no class for the record type " + writer.getFullName());
        }
        var data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(writer, data.getSchema(type), data);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
