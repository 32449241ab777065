package io.copytaster.alert.listen;

import io.copytaster.alert.AlertPipeline;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.publish.AlertPublisher;
import io.copytaster.alert.publish.MatchEvents;
import io.copytaster.event.WatchMatched;
import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides polled batches of matches: one database transaction for a batch, then its offsets. A batch that comes again
 * changes nothing. An exception that leaves this class lets the batch come again, after a pause.
 */
final class MatchListener implements BatchMessageListener<byte[], byte[]> {

    private final EventReader<WatchMatched> reader;
    private final AlertPipeline pipeline;
    private final TransactionOperations transactions;
    private final AlertPublisher publisher;
    private final ProgressListener progress;

    MatchListener(
            EventReader<WatchMatched> reader,
            AlertPipeline pipeline,
            TransactionOperations transactions,
            AlertPublisher publisher,
            ProgressListener progress) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.publisher = publisher;
        this.progress = progress;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        var matches = new ArrayList<Match>(records.size());
        records.forEach(record -> read(record, matches));
        transactions.executeWithoutResult(_ -> pipeline.raise(matches));
        publisher.wake();
        progress.settled(
                records.stream().map(ProgressListener::partition).distinct().toList());
    }

    private void read(ConsumerRecord<byte[], byte[]> record, List<Match> matches) {
        switch (reader.read(record)) {
            case Unreadable<WatchMatched> poison -> publisher.setAside(record, poison);
            case Readable<WatchMatched>(var event) -> {
                try {
                    matches.add(MatchEvents.match(event));
                } catch (IllegalArgumentException e) {
                    publisher.setAside(record, new Unreadable<>("it is no match: " + e.getMessage(), ""));
                }
            }
        }
    }
}
