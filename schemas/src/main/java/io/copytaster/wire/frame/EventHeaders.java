package io.copytaster.wire.frame;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.header.Headers;

/** Names and values of the headers beside a record: CloudEvents' Kafka binding, trace context, fingerprint, origin. */
public final class EventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE = "traceparent";

    /** CRC-64-AVRO of the writer's schema in parsing canonical form, 8 bytes little-endian, as in Avro's own framing. */
    public static final String FINGERPRINT = "schema-fp";

    public static final String ORIGINAL_STREAM = "dlt-original-topic";
    public static final String ORIGINAL_PARTITION = "dlt-original-partition";
    public static final String ORIGINAL_OFFSET = "dlt-original-offset";
    public static final String ORIGINAL_TIMESTAMP = "dlt-original-timestamp";
    public static final String REASON = "dlt-reason";
    public static final String EXCEPTION = "dlt-exception";

    /** Bytes of a value that is too large to be carried along; the origin leads to it. */
    public static final String OMITTED = "dlt-value-omitted";

    private EventHeaders() {}

    public static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<String> text(Headers headers, String name) {
        return bytes(headers, name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public static Optional<byte[]> bytes(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? Optional.empty() : Optional.ofNullable(header.value());
    }

    public static byte[] fingerprint(Schema schema) {
        try {
            return SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Avro computes CRC-64-AVRO itself", e);
        }
    }
}
