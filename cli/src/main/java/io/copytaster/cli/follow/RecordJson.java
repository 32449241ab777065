package io.copytaster.cli.follow;

import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of a stream as one JSON object: where it lies, when it came, and the event, or why it is none. */
final class RecordJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordJson() {}

    static <V extends SpecificRecord> ObjectNode of(ConsumerRecord<byte[], byte[]> record, EventReader<V> reader) {
        ObjectNode line = place(record);
        switch (reader.read(record)) {
            case Readable<V>(V event) -> line.set("event", EventJson.of(event));
            case Unreadable<V>(String reason, String _) -> line.put("unreadable", reason);
        }
        return line;
    }

    /** A dead letter: its headers tell its story, its bytes are whatever they are. */
    static ObjectNode ofDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = place(record);
        ObjectNode headers = line.putObject("headers");
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        byte @Nullable [] value = record.value();
        line.put("valueBase64", value == null ? "" : Base64.getEncoder().encodeToString(value));
        return line;
    }

    private static ObjectNode place(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.createObjectNode();
        line.put("stream", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("at", Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", text(record.key()));
        return line;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
