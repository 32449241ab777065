package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.ArticleListener;
import io.copytaster.enrichment.Progress;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.runtime.consumers.RollbackListener;
import io.copytaster.runtime.consumers.ServiceExit;
import io.copytaster.runtime.consumers.StartUp;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the consumers together, and their start and end. */
@Configuration(proxyBeanMethods = false)
class ConsumersConfiguration {

    /** Longest time that a batch in the making may keep a stop waiting. */
    private static final Duration STOP = Duration.ofSeconds(15);

    /** Transactional ids that the broker has forgotten (after 7 days) must not be used: producers are renewed earlier. */
    private static final Duration OLDEST_PRODUCER = Duration.ofDays(3);

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> articleConsumers(
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaTransactionManager<?, ?> transactions,
            ArticleListener listener,
            PartitionListener partitions,
            Progress progress,
            ListenSettings settings) {
        var properties = new ContainerProperties(ListenConfiguration.LANES.toArray(String[]::new));
        properties.setMessageListener(listener);
        properties.setKafkaAwareTransactionManager(transactions);
        properties.setConsumerRebalanceListener(partitions);
        properties.setStopContainerWhenFenced(true);
        properties.setShutdownTimeout(STOP.toMillis());
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(consumers, properties);
        container.setConcurrency(settings.consumers());
        container.setAfterRollbackProcessor(new RollbackListener(backOff(settings), progress::rolledBack));
        container.setAutoStartup(false);
        return container;
    }

    private static ExponentialBackOff backOff(ListenSettings settings) {
        var backOff = new ExponentialBackOff(settings.backOff().toMillis(), 2);
        backOff.setMaxInterval(settings.longestBackOff().toMillis());
        return backOff;
    }

    /** Exactly one transactional id per consumer: a producer that replaces a broken one takes over its transaction. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer transactionalIds(ListenSettings settings) {
        return producers -> {
            producers.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(settings.consumers()));
            producers.setMaxAge(OLDEST_PRODUCER);
        };
    }

    @Bean
    StartUp startUp(
            ProducerFactory<byte[], byte[]> producers,
            ConcurrentMessageListenerContainer<byte[], byte[]> consumers,
            Serializer<Object> serializer,
            ListenSettings settings,
            Environment environment,
            ServiceExit exit) {
        var streams = Binder.get(environment)
                .bind("copytaster.streams", StreamSetupSettings.class)
                .orElse(StreamSetupSettings.ONE_MACHINE);
        return new StartUp(
                () -> prepareStreams(producers, streams, serializer),
                () -> initialise(producers, settings.consumers()),
                consumers::start,
                exit);
    }

    private static void prepareStreams(
            ProducerFactory<?, ?> producers, StreamSetupSettings settings, Serializer<Object> serializer) {
        StreamSetup.ensure(
                producers.getConfigurationProperties(),
                settings,
                Streams.ARTICLE_INGESTED,
                Streams.ARTICLE_BACKFILLED,
                Streams.ARTICLE_ENRICHED);
        // Learns the id of the schema that we write, so that the registry may go away from here on.
        var _ = serializer.serialize(
                Streams.ARTICLE_ENRICHED.name(), ArticleEnriched.newBuilder().build());
    }

    /** Makes the producer of every transactional id once, all at the same time, and leaves them to the factory's cache. */
    private static void initialise(ProducerFactory<byte[], byte[]> producers, int count) {
        var made = new ArrayList<Producer<byte[], byte[]>>();
        try {
            for (int i = 0; i < count; i++) {
                made.add(producers.createProducer());
            }
        } finally {
            made.forEach(Producer::close);
        }
    }
}
