package io.copytaster.alert.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.transaction.KafkaTransactionManager;

/**
 * The matcher's transactional producers: exactly one transactional id per thread, so that a producer that replaces a
 * broken one takes over its transaction. Beside the plain producer of this service, hence no bean of Spring's types.
 */
record MatcherTransactionsClient(
        DefaultKafkaProducerFactory<byte[], byte[]> producers,
        KafkaTransactionManager<byte[], byte[]> manager,
        KafkaTemplate<byte[], byte[]> template,
        int threads)
        implements AutoCloseable {

    /** Ids that the broker has forgotten (after 7 days) must not be used: producers are renewed earlier. */
    private static final Duration OLDEST_PRODUCER = Duration.ofDays(3);

    static MatcherTransactionsClient of(Map<String, Object> config, String prefix, int threads) {
        var producers = new DefaultKafkaProducerFactory<byte[], byte[]>(config);
        producers.setTransactionIdPrefix(prefix);
        producers.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(threads));
        producers.setMaxAge(OLDEST_PRODUCER);
        return new MatcherTransactionsClient(
                producers, new KafkaTransactionManager<>(producers), new KafkaTemplate<>(producers), threads);
    }

    /** Makes the producer of every id once, all at the same time: ends what a killed predecessor left open. */
    void initialise() {
        var made = new ArrayList<Producer<byte[], byte[]>>();
        try {
            for (int i = 0; i < threads; i++) {
                made.add(producers.createProducer());
            }
        } finally {
            made.forEach(Producer::close);
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
