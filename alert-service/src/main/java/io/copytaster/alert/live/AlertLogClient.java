package io.copytaster.alert.live;

import io.copytaster.event.AlertRaised;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code news.alert-raised} without a group, from any place. One thread at a time. */
final class AlertLogClient implements AutoCloseable {

    private static final String STREAM = Streams.ALERT_RAISED.name();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Consumer<byte[], byte[]> consumer;
    private final EventReader<AlertRaised> reader;

    AlertLogClient(Supplier<Consumer<byte[], byte[]>> consumers, EventReader<AlertRaised> reader) {
        this.consumer = consumers.get();
        this.reader = reader;
    }

    /** The place behind everything that is on the stream now. */
    OffsetVector end() {
        return place(consumer.endOffsets(assigned()));
    }

    /** The place of the oldest record that is kept. */
    OffsetVector beginning() {
        return place(consumer.beginningOffsets(assigned()));
    }

    /** Reads from this place on. */
    void seek(OffsetVector place) {
        assigned().forEach(partition -> consumer.seek(partition, place.of(partition.partition())));
    }

    ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        return consumer.poll(wait);
    }

    /** Where the reading stands, records that are no events included. */
    OffsetVector position() {
        var offsets = new HashMap<Integer, Long>();
        consumer.assignment().forEach(partition -> offsets.put(partition.partition(), consumer.position(partition)));
        return new OffsetVector(offsets);
    }

    /** The alert in a record; empty for one that cannot be read, which is no alert for anybody. */
    Optional<LiveAlert> alert(ConsumerRecord<byte[], byte[]> record) {
        return switch (reader.read(record)) {
            case Readable<AlertRaised>(var event) ->
                Optional.of(new LiveAlert(record.partition(), record.offset(), event.getSubscriberId(), json(event)));
            case Unreadable<AlertRaised> _ -> Optional.empty();
        };
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** All partitions, assigned at the first question; a stream's partitions are fixed for ever. */
    private Set<TopicPartition> assigned() {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(STREAM).stream()
                    .map(partition -> new TopicPartition(STREAM, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException(STREAM + " is not there yet");
            }
            consumer.assign(partitions);
        }
        return consumer.assignment();
    }

    private static OffsetVector place(Map<TopicPartition, Long> offsets) {
        var byNumber = new HashMap<Integer, Long>();
        offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
        return new OffsetVector(byNumber);
    }

    private static String json(AlertRaised event) {
        var fields = fields(event);
        // The reader is the subscriber; nobody needs to see the account's name on the wire.
        fields.remove("subscriberId");
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> fields(SpecificRecord event) {
        var fields = new LinkedHashMap<String, Object>();
        for (var field : event.getSchema().getFields()) {
            var value = event.get(field.pos());
            if (value != null) {
                fields.put(field.name(), plain(value));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SpecificRecord nested -> fields(nested);
            case Collection<?> all -> all.stream().map(AlertLogClient::plain).toList();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
