package io.copytaster.alert.publish;

import io.copytaster.alert.match.Match;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Unreadable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** Sends what matching came to, in the current Kafka transaction. Thread-safe. */
public final class MatchPublisher {

    private final EventWriter writer;
    private final KafkaOperations<byte[], byte[]> kafka;

    public MatchPublisher(EventWriter writer, KafkaOperations<byte[], byte[]> kafka) {
        this.writer = writer;
        this.kafka = kafka;
    }

    /** The match of an article that came in this record. */
    public void matched(ConsumerRecord<byte[], byte[]> cause, Match match) {
        send(writer.causedBy(cause).write(Streams.WATCH_MATCHED, MatchEvents.event(match)));
    }

    /** A record that is no article. */
    public void setAside(ConsumerRecord<byte[], byte[]> record, Unreadable<ArticleEnriched> reason) {
        send(writer.deadLetter(Streams.ARTICLE_ENRICHED, record, reason));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // A failed send fails the commit, which rolls back; so nobody needs to look at the single futures.
        var _ = kafka.send(record);
    }
}
