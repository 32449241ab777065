package io.copytaster.wire;

import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import io.copytaster.registry.UnknownSchemaException;
import io.copytaster.wire.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as bytes in Confluent's format, with Confluent's configuration keys: {@code schema.registry.url},
 * {@code basic.auth.user.info}, {@code auto.register.schemas} (true unless set). The subject is the stream's name and
 * {@code -value}. Thread-safe once configured.
 *
 * <p>Throws {@link RegistryUnreachableException} for a schema whose id was never learned while the registry is down.
 */
public final class AvroWireSerializer implements Serializer<Object> {

    static final String AUTO_REGISTER = "auto.register.schemas";

    private final ConcurrentMap<Schema, DatumWriter<Object>> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean registers = true;

    /** Made by Kafka, then configured. */
    public AvroWireSerializer() {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (isKey) {
            throw new ConfigException("Avro keys are not supported: our keys are plain text, use StringSerializer");
        }
        if (Wire.flag(config, "use.latest.version", false)) {
            throw new ConfigException("use.latest.version is not supported: a record is written with its own schema");
        }
        registers = Wire.flag(config, AUTO_REGISTER, true);
        registry = new SchemaRegistry(RegistrySettings.from(config));
    }

    @Override
    public byte @Nullable [] serialize(String stream, @Nullable Object event) {
        return event == null ? null : bytes(stream, event);
    }

    private byte[] bytes(String stream, Object event) {
        if (!(event instanceof IndexedRecord entry)) {
            throw new SerializationException("expected an Avro record for " + stream + ", got "
                    + event.getClass().getName());
        }
        var out = new ByteArrayOutputStream(512);
        out.writeBytes(Frame.header(schemaId(stream + "-value", entry.getSchema())));
        try {
            var encoder = EncoderFactory.get().binaryEncoder(out, null);
            writers.computeIfAbsent(entry.getSchema(), schema -> writer(entry, schema))
                    .write(entry, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("the record for " + stream + " does not fit its schema", e);
        }
    }

    private int schemaId(String subject, Schema schema) {
        if (registry == null) {
            throw new IllegalStateException("configure the serializer before its first use");
        }
        try {
            return registers
                    ? registry.register(subject, schema)
                    : registry.id(subject, schema)
                            .orElseThrow(() -> new UnknownSchemaException("the schema "
                                    + schema.getFullName() + " is not registered under " + subject
                                    + ": run the service that owns the stream, or set " + AUTO_REGISTER + "=true"));
        } catch (IOException e) {
            throw new RegistryUnreachableException(
                    "the id of the schema for " + subject + " is not known yet and the"
                            + " schema registry cannot be asked",
                    e);
        }
    }

    private static DatumWriter<Object> writer(IndexedRecord event, Schema schema) {
        return event instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(event.getClass()))
                : new GenericDatumWriter<>(schema, GenericData.get());
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
