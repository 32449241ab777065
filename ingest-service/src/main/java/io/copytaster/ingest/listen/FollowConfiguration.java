package io.copytaster.ingest.listen;

import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.measure.IngestMeter;
import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.runtime.lag.LagConfiguration;
import io.copytaster.runtime.lag.WatchedGroup;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the follower together; it is started when the streams are prepared. */
@Configuration
@EnableConfigurationProperties(FollowSettings.class)
class FollowConfiguration {

    private static final String GROUP = "ingest-follower";
    private static final long FIRST_BACK_OFF = 500;
    private static final long LONGEST_BACK_OFF = 10_000;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> followerContainer(
            KafkaProperties properties,
            FollowSettings settings,
            IngestPipeline pipeline,
            ProgressListener progress,
            MeterRegistry meters) {
        var deserializer = Wire.deserializer(properties.buildConsumerProperties());
        var readers = Map.of(
                Streams.ARTICLE_INGESTED.name(), new EventReader<>(Streams.ARTICLE_INGESTED, deserializer),
                Streams.ARTICLE_BACKFILLED.name(), new EventReader<>(Streams.ARTICLE_BACKFILLED, deserializer));
        var container = new ContainerProperties(Streams.ARTICLE_INGESTED.name(), Streams.ARTICLE_BACKFILLED.name());
        container.setMessageListener(
                new FollowerListener(pipeline, readers, meters.counter(IngestMeter.REPAIRED.key())));
        container.setIdleBetweenPolls(settings.pause().toMillis());
        container.setGroupId(GROUP);
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(consumer(properties, settings));
        var follower = new ConcurrentMessageListenerContainer<>(consumers, container);
        follower.setAutoStartup(false);
        follower.setConcurrency(1);
        var errors = new DefaultErrorHandler(backOff());
        errors.setRetryListeners(progress);
        follower.setCommonErrorHandler(errors);
        return follower;
    }

    @Bean
    ProgressListener followProgress() {
        return new ProgressListener();
    }

    @Bean
    WatchedGroup followerGroup(ConcurrentMessageListenerContainer<byte[], byte[]> follower, ProgressListener progress) {
        return LagConfiguration.watched(follower, progress::failures);
    }

    /** Static membership: a restart gets its partitions back at once, a dead instance is replaced after ten seconds. */
    private static Map<String, Object> consumer(KafkaProperties properties, FollowSettings settings) {
        var config = new HashMap<>(properties.buildConsumerProperties());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + settings.instance());
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxRecords());
        return config;
    }

    /** Only infrastructure fails here, so the batch is tried until it returns. */
    private static ExponentialBackOff backOff() {
        var backOff = new ExponentialBackOff(FIRST_BACK_OFF, 2);
        backOff.setMaxInterval(LONGEST_BACK_OFF);
        return backOff;
    }
}
