package io.copytaster.wire;

import io.copytaster.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A deserializer of another maker beside our own view of the registry, which the checks of {@link EventReader} need. */
record CheckedDeserializer(Deserializer<Object> deserializer, SchemaRegistry registry)
        implements Deserializer<Object>, WriterSchemas {

    @Override
    public @Nullable Object deserialize(String stream, byte @Nullable [] bytes) {
        return deserializer.deserialize(stream, bytes);
    }

    @Override
    public Schema writerSchema(int id) {
        return WriterSchemas.ask(registry, id);
    }

    @Override
    public void close() {
        deserializer.close();
        registry.close();
    }
}
