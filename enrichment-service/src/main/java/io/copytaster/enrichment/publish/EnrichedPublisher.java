package io.copytaster.enrichment.publish;

import io.copytaster.enrichment.seen.Sighting;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Writes what a batch came to. Preparing a record touches no broker, so that the transaction is open only while
 * everything is sent at the end, however long the engine took. Thread-safe.
 */
public final class EnrichedPublisher {

    /** Room that batch and record framing need beside key, value and headers. */
    private static final int FRAMING_BYTES = 1 << 10;

    private static final int BYTES_PER_HEADER = 10;

    private final EventWriter writer;
    private final KafkaOperations<byte[], byte[]> kafka;

    public EnrichedPublisher(EventWriter writer, KafkaOperations<byte[], byte[]> kafka) {
        this.writer = writer;
        this.kafka = kafka;
    }

    /**
     * The result for an article, for the partition number that the article came from; a dead letter when the result is
     * larger than the stream takes.
     */
    public Settled enriched(
            EventStream<?> lane, ConsumerRecord<byte[], byte[]> origin, ArticleEnriched event, Sighting sighting) {
        var result = writer.causedBy(origin).write(Streams.ARTICLE_ENRICHED, event, origin.partition());
        var previous = event.getArticle().getPreviousRevisionId();
        if (previous != null) {
            result.headers().add(ResultHeaders.PREVIOUS_REVISION, ResultHeaders.bytes(previous));
        }
        if (sighting instanceof Sighting.Superseded(var successor)) {
            result.headers().add(ResultHeaders.SUPERSEDED_BY, ResultHeaders.bytes(successor));
        }
        int limit = Streams.ARTICLE_ENRICHED.storage().maxRecordBytes();
        if (size(result) > limit) {
            return setAside(lane, origin, Outcome.OVERSIZED, tooLarge(size(result), limit));
        }
        return Settled.of(sighting instanceof Sighting.Superseded ? Outcome.SUPERSEDED : Outcome.ENRICHED, result);
    }

    /** A dead letter for a record that will never have a result. */
    public Settled setAside(
            EventStream<?> lane, ConsumerRecord<byte[], byte[]> origin, Outcome outcome, Unreadable<?> reason) {
        return Settled.of(outcome, writer.deadLetter(lane, origin, reason));
    }

    /** Sends all records in the current transaction; whether they arrived is known when it is committed. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        // A failed send fails the commit, which rolls back; so nobody needs to look at the single futures.
        records.forEach(record -> {
            var _ = kafka.send(record);
        });
    }

    private static Unreadable<Void> tooLarge(long size, int limit) {
        return new Unreadable<>(
                "its enrichment takes " + size + " bytes, the stream takes " + limit
                        + ": read the article at the origin named beside, or shorten it and send it again",
                "");
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        long size = FRAMING_BYTES + (long) record.key().length + record.value().length;
        for (var header : record.headers()) {
            size += header.key().getBytes(StandardCharsets.UTF_8).length + header.value().length + BYTES_PER_HEADER;
        }
        return size;
    }

    /**
     * The end of one record: its outcome, and what the transaction must write for it.
     *
     * @param records one record, or none for a repeat
     */
    public record Settled(Outcome outcome, List<ProducerRecord<byte[], byte[]>> records) {

        public Settled {
            records = List.copyOf(records);
        }

        /** A repeat: nothing is written. */
        public static Settled repeated() {
            return new Settled(Outcome.REPEATED, List.of());
        }

        private static Settled of(Outcome outcome, ProducerRecord<byte[], byte[]> written) {
            return new Settled(outcome, List.of(written));
        }
    }
}
