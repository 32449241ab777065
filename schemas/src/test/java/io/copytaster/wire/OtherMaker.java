package io.copytaster.wire;

import java.io.EOFException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A deserializer that fails as Confluent's does: what happened is only in the cause. */
public final class OtherMaker implements Deserializer<Object> {

    @Override
    public Object deserialize(String stream, byte @Nullable [] bytes) {
        throw new SerializationException("Error deserializing Avro message for id 1", new EOFException());
    }
}
