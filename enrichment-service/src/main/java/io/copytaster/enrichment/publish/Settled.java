package io.copytaster.enrichment.publish;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

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

    static Settled of(Outcome outcome, ProducerRecord<byte[], byte[]> written) {
        return new Settled(outcome, List.of(written));
    }
}
