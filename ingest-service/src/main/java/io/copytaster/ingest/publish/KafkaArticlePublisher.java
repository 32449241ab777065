package io.copytaster.ingest.publish;

import io.copytaster.ingest.publish.Publication.OnLog;
import io.copytaster.ingest.publish.Publication.Unconfirmed;
import io.copytaster.ingest.seen.StreamPosition;
import io.copytaster.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/** The log as two Kafka topics. Blocks the calling thread, which is never one of an event loop. */
final class KafkaArticlePublisher implements ArticleLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaArticlePublisher.class);
    private static final String TRACE = "traceparent";

    private final KafkaOperations<byte[], byte[]> kafka;
    private final EditionPublisher editions;
    private final EventWriter writer;
    private final Duration patience;

    KafkaArticlePublisher(
            KafkaOperations<byte[], byte[]> kafka, EditionPublisher editions, EventWriter writer, Duration patience) {
        this.kafka = kafka;
        this.editions = editions;
        this.writer = writer;
        this.patience = patience;
    }

    @Override
    public List<Publication> publish(List<Outgoing> editions) {
        long deadline = System.nanoTime() + patience.toNanos();
        var sent = send(editions);
        return sent.stream().map(each -> confirmed(each, deadline)).toList();
    }

    /**
     * Sends all without waiting; after the first that fails at once the rest fails likewise, because each further try
     * would hold this thread for the producer's {@code max.block.ms}.
     */
    private List<CompletableFuture<SendResult<byte[], byte[]>>> send(List<Outgoing> editions) {
        var sent = new ArrayList<CompletableFuture<SendResult<byte[], byte[]>>>(editions.size());
        for (var edition : editions) {
            var failed = !sent.isEmpty() && sent.getLast().isCompletedExceptionally();
            sent.add(failed ? sent.getLast() : send(edition));
        }
        return sent;
    }

    private CompletableFuture<SendResult<byte[], byte[]>> send(Outgoing outgoing) {
        try {
            var edition = outgoing.edition();
            return kafka.send(
                    continuing(outgoing.trace()).write(EditionPublisher.stream(edition), editions.event(edition)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Publication confirmed(CompletableFuture<SendResult<byte[], byte[]>> sent, long deadline) {
        try {
            var place = sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .getRecordMetadata();
            return new OnLog(new StreamPosition(place.topic(), place.partition(), place.offset()));
        } catch (ExecutionException e) {
            LOG.atWarn().addKeyValue("cause", String.valueOf(e.getCause())).log("broker did not confirm an edition");
            return new Unconfirmed("the log did not confirm it");
        } catch (TimeoutException _) {
            return new Unconfirmed("the log did not answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unconfirmed("the service is stopping");
        }
    }

    private EventWriter continuing(Trace trace) {
        if (trace.parent() == null) {
            return writer;
        }
        var cause = new ConsumerRecord<byte[], byte[]>("", 0, 0, new byte[0], new byte[0]);
        cause.headers().add(TRACE, trace.parent().getBytes(StandardCharsets.UTF_8));
        return writer.causedBy(cause);
    }
}
