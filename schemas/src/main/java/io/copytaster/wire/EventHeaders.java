package io.copytaster.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.header.Headers;

/** Names and values of the headers beside a record: CloudEvents' Kafka binding, trace context, fingerprint, origin. */
final class EventHeaders {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String TIME = "ce_time";
    static final String VERSION = "ce_specversion";
    static final String CONTENT_TYPE = "content-type";
    static final String TRACE = "traceparent";

    /** CRC-64-AVRO of the writer's schema in parsing canonical form, 8 bytes little-endian, as in Avro's own framing. */
    static final String FINGERPRINT = "schema-fp";

    static final String ORIGINAL_STREAM = "dlt-original-topic";
    static final String ORIGINAL_PARTITION = "dlt-original-partition";
    static final String ORIGINAL_OFFSET = "dlt-original-offset";
    static final String ORIGINAL_TIMESTAMP = "dlt-original-timestamp";
    static final String REASON = "dlt-reason";
    static final String EXCEPTION = "dlt-exception";

    /** Bytes of a value that is too large to be carried along; the origin leads to it. */
    static final String OMITTED = "dlt-value-omitted";

    private EventHeaders() {}

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> text(Headers headers, String name) {
        return bytes(headers, name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Optional<byte[]> bytes(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? Optional.empty() : Optional.ofNullable(header.value());
    }

    static byte[] fingerprint(Schema schema) {
        try {
            return SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Avro computes CRC-64-AVRO itself", e);
        }
    }
}
