package io.copytaster.wire;

import io.copytaster.stream.EventStream;
import io.copytaster.stream.StreamStorage;
import io.copytaster.wire.frame.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes dead letters. */
final class DeadLetter {

    /** Longest text of a reason or an exception, in characters. */
    private static final int MAX_TEXT = 2_000;

    /** Room for the headers that a dead letter has more than the record had. */
    private static final int MAX_BYTES = StreamStorage.DEAD_LETTER_BYTES - (64 << 10);

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(
            EventStream<?> origin, ConsumerRecord<byte[], byte[]> record, Unreadable<?> reason) {
        var fits = size(record) <= MAX_BYTES;
        var letter = new ProducerRecord<byte[], byte[]>(
                origin.deadLetters(), null, record.key(), fits ? record.value() : null, record.headers());
        describe(letter.headers(), record, reason);
        if (!fits) {
            EventHeaders.put(letter.headers(), EventHeaders.OMITTED, String.valueOf(length(record.value())));
        }
        return letter;
    }

    private static void describe(Headers headers, ConsumerRecord<byte[], byte[]> record, Unreadable<?> reason) {
        EventHeaders.put(headers, EventHeaders.ORIGINAL_STREAM, record.topic());
        EventHeaders.put(headers, EventHeaders.ORIGINAL_PARTITION, String.valueOf(record.partition()));
        EventHeaders.put(headers, EventHeaders.ORIGINAL_OFFSET, String.valueOf(record.offset()));
        EventHeaders.put(headers, EventHeaders.ORIGINAL_TIMESTAMP, String.valueOf(record.timestamp()));
        EventHeaders.put(headers, EventHeaders.REASON, shortened(reason.reason()));
        EventHeaders.put(headers, EventHeaders.EXCEPTION, shortened(reason.exception()));
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = length(record.key()) + (long) length(record.value());
        for (var header : record.headers()) {
            // Two lengths of at most five bytes each go with a header.
            size += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value()) + 10L;
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
