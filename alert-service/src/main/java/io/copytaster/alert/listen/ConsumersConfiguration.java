package io.copytaster.alert.listen;

import io.copytaster.alert.AlertMetrics;
import io.copytaster.alert.AlertPipeline;
import io.copytaster.alert.MatchPipeline;
import io.copytaster.alert.publish.AlertPublisher;
import io.copytaster.alert.publish.MatchPublisher;
import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.runtime.consumers.RollbackListener;
import io.copytaster.runtime.lag.LagConfiguration;
import io.copytaster.runtime.lag.WatchedGroup;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.EventWriter;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the two groups of consumers together: {@code matcher} and {@code alerter}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenSettings.class)
class ConsumersConfiguration {

    /** Longest time that a batch in the making may keep a stop waiting. */
    private static final Duration STOP = Duration.ofSeconds(15);

    /** The consumers of both groups. */
    record Consumers(
            ConcurrentMessageListenerContainer<byte[], byte[]> matchers,
            ConcurrentMessageListenerContainer<byte[], byte[]> alerters) {

        void start() {
            matchers.start();
            alerters.start();
        }

        boolean areAssigned() {
            return !matchers.getAssignedPartitions().isEmpty()
                    && !alerters.getAssignedPartitions().isEmpty();
        }
    }

    @Bean
    ProgressListener progress() {
        return new ProgressListener();
    }

    @Bean
    MatchPublisher matchPublisher(EventWriter writer, MatcherTransactionsClient transactions) {
        return new MatchPublisher(writer, transactions.template());
    }

    @Bean
    ArticleListener articleListener(
            Deserializer<Object> deserializer,
            MatchPipeline pipeline,
            MatchPublisher publisher,
            ProgressListener progress,
            AlertMetrics metrics) {
        var reader = new EventReader<>(Streams.ARTICLE_ENRICHED, deserializer);
        return new ArticleListener(reader, pipeline, publisher, progress, metrics);
    }

    @Bean
    MatchListener matchListener(
            Deserializer<Object> deserializer,
            AlertPipeline pipeline,
            TransactionOperations transactions,
            AlertPublisher publisher,
            ProgressListener progress) {
        var reader = new EventReader<>(Streams.WATCH_MATCHED, deserializer);
        return new MatchListener(reader, pipeline, transactions, publisher, progress);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> matchers(
            ConsumerFactory<byte[], byte[]> consumers,
            ArticleListener listener,
            MatcherTransactionsClient transactions,
            ProgressListener progress,
            ListenSettings settings,
            @Value("${copytaster.instance}") String instance) {
        var properties = properties(Streams.ARTICLE_ENRICHED.name(), "matcher", instance, listener);
        properties.setKafkaAwareTransactionManager(transactions.manager());
        var container = container(consumers, properties, settings.matchers());
        container.setAfterRollbackProcessor(new RollbackListener(backOff(settings), progress::rolledBack));
        return container;
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> alerters(
            ConsumerFactory<byte[], byte[]> consumers,
            MatchListener listener,
            ProgressListener progress,
            ListenSettings settings,
            @Value("${copytaster.instance}") String instance) {
        var properties = properties(Streams.WATCH_MATCHED.name(), "alerter", instance, listener);
        var container = container(consumers, properties, settings.alerters());
        var errors = new DefaultErrorHandler(backOff(settings));
        errors.setRetryListeners(progress);
        container.setCommonErrorHandler(errors);
        return container;
    }

    @Bean
    WatchedGroup matcherGroup(ConcurrentMessageListenerContainer<byte[], byte[]> matchers, ProgressListener progress) {
        return LagConfiguration.watched(matchers, progress::failures);
    }

    @Bean
    WatchedGroup alerterGroup(ConcurrentMessageListenerContainer<byte[], byte[]> alerters, ProgressListener progress) {
        return LagConfiguration.watched(alerters, progress::failures);
    }

    @Bean
    Consumers listenConsumers(
            ConcurrentMessageListenerContainer<byte[], byte[]> matchers,
            ConcurrentMessageListenerContainer<byte[], byte[]> alerters) {
        return new Consumers(matchers, alerters);
    }

    private static ContainerProperties properties(
            String stream, String group, String instance, BatchMessageListener<byte[], byte[]> listener) {
        var properties = new ContainerProperties(stream);
        properties.setGroupId(group);
        properties.setClientId(group + "-" + instance);
        properties.setMessageListener(listener);
        properties.setStopContainerWhenFenced(true);
        properties.setShutdownTimeout(STOP.toMillis());
        var membership = new Properties();
        membership.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
        properties.setKafkaConsumerProperties(membership);
        return properties;
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ConsumerFactory<byte[], byte[]> consumers, ContainerProperties properties, int threads) {
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(consumers, properties);
        container.setConcurrency(threads);
        container.setAutoStartup(false);
        return container;
    }

    private static ExponentialBackOff backOff(ListenSettings settings) {
        var backOff = new ExponentialBackOff(settings.backOff().toMillis(), 2);
        backOff.setMaxInterval(settings.longestBackOff().toMillis());
        return backOff;
    }
}
