package io.copytaster.wire.frame;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's frame around an Avro record: {@code 0x00}, the schema's id as a big-endian 32-bit integer, the record. */
public final class Frame {

    public static final byte MAGIC = 0;
    public static final int HEADER_BYTES = 5;

    private Frame() {}

    /** The id in the frame. */
    public static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new SerializationException(
                    "expected a record of at least " + HEADER_BYTES + " bytes (0x00, schema id), got " + bytes.length);
        }
        if (bytes[0] != MAGIC) {
            throw new SerializationException(
                    "expected a record that starts with 0x00 and a schema id of 4 bytes, got 0x%02x"
                            .formatted(bytes[0]));
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    public static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }
}
