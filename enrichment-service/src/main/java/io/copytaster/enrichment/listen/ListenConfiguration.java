package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.EnrichmentMetrics;
import io.copytaster.enrichment.Progress;
import io.copytaster.enrichment.lag.GroupLagClient;
import io.copytaster.enrichment.lag.GroupLagPoller;
import io.copytaster.enrichment.lag.OffsetsClient;
import io.copytaster.enrichment.lag.StallWatch;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.runtime.consumers.StartUp;
import io.copytaster.stream.Streams;
import io.copytaster.wire.Wire;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Puts the door together: memory, consumers, health. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenSettings.class)
class ListenConfiguration {

    static final List<String> LANES = List.of(Streams.ARTICLE_INGESTED.name(), Streams.ARTICLE_BACKFILLED.name());

    @Bean(destroyMethod = "close")
    Deserializer<Object> wireDeserializer(ConsumerFactory<?, ?> consumers) {
        return Wire.deserializer(consumers.getConfigurationProperties());
    }

    @Bean(destroyMethod = "close")
    Admin offsetsAdmin(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    OffsetsClient offsetsClient(Admin admin) {
        return new OffsetsClient(admin);
    }

    @Bean
    SeenRevisions seenRevisions(
            ConsumerFactory<byte[], byte[]> consumers,
            OffsetsClient offsets,
            ListenSettings settings,
            EnrichmentMetrics metrics,
            Clock clock) {
        var tail = new EnrichedTailClient(() -> groupless(consumers, "tail"), offsets::ends, settings, clock);
        var seen = new SeenRevisions(settings.seenHorizon(), tail);
        metrics.seen(seen);
        return seen;
    }

    @Bean
    PartitionListener partitionListener(SeenRevisions seen, Progress progress) {
        return new PartitionListener(seen, progress);
    }

    @Bean(destroyMethod = "close")
    GroupLagClient groupLagClient(ConsumerFactory<byte[], byte[]> consumers, OffsetsClient offsets, Clock clock) {
        return new GroupLagClient(offsets, () -> groupless(consumers, "lag"), clock);
    }

    @Bean
    GroupLagPoller groupLagPoller(
            GroupLagClient client,
            ConcurrentMessageListenerContainer<byte[], byte[]> consumers,
            ListenSettings settings,
            Progress progress,
            EnrichmentMetrics metrics,
            Clock clock) {
        var group = String.valueOf(consumers.getGroupId());
        return new GroupLagPoller(
                new GroupLagPoller.Question(client, group, LANES, settings.lagEvery()),
                lags -> GroupLagPoller.sights(lags, unpaused(consumers), progress::attempts),
                metrics::lag,
                new StallWatch(settings.stallTime()),
                clock);
    }

    @Bean
    ListenHealth articlesHealthIndicator(StartUp startUp, PartitionListener partitions, Progress progress) {
        return new ListenHealth(startUp, partitions, progress);
    }

    @Bean
    StallHealth stallHealthIndicator(GroupLagPoller lag) {
        return new StallHealth(lag);
    }

    /** A consumer beside the group: it reads where it is told to and commits nothing. */
    private static Consumer<byte[], byte[]> groupless(ConsumerFactory<byte[], byte[]> consumers, String purpose) {
        var config = new HashMap<>(consumers.getConfigurationProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.merge(ConsumerConfig.CLIENT_ID_CONFIG, purpose, (client, suffix) -> client + "-" + suffix);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Set<String> unpaused(ConcurrentMessageListenerContainer<byte[], byte[]> consumers) {
        return consumers.getAssignedPartitions().stream()
                .filter(partition -> !consumers.isPartitionPaused(partition))
                .map(TopicPartition::toString)
                .collect(Collectors.toSet());
    }
}
