package io.copytaster.stream;

import java.time.Instant;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A stream (a Kafka topic) as our code sees it: its name, the record on it, and what of a record is key, identity and
 * time. Declared once, in {@link Streams}.
 *
 * @param <V> the record on the stream
 * @param name the Kafka topic, for example {@code news.article-ingested}
 * @param type the record's class
 * @param storage how the broker keeps it
 * @param key the Kafka key of a record: order holds per key
 * @param identity the {@code ce_id} of a record: equal for every repeat of the same fact
 * @param occurredAt the {@code ce_time} of a record
 */
public record EventStream<V extends SpecificRecord>(
        String name,
        Class<V> type,
        StreamStorage storage,
        Function<V, String> key,
        Function<V, String> identity,
        Function<V, Instant> occurredAt) {

    /** The record's schema, the one that is written. */
    public Schema schema() {
        return SpecificData.getForClass(type).getSchema(type);
    }

    /** The stream of records that were set aside from this one, as their original bytes. */
    public String deadLetters() {
        return name + "-dlt";
    }

    /** The registry's subject for the records of this stream (Confluent's TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }
}
