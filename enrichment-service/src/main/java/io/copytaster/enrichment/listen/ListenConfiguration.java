package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.EnrichmentMetrics;
import io.copytaster.enrichment.Progress;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.runtime.consumers.ConsumersHealth;
import io.copytaster.runtime.consumers.StartUp;
import io.copytaster.runtime.lag.LagConfiguration;
import io.copytaster.runtime.lag.OffsetsClient;
import io.copytaster.runtime.lag.WatchedGroup;
import io.copytaster.stream.Streams;
import io.copytaster.wire.Wire;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
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

    @Bean
    SeenRevisions seenRevisions(
            ConsumerFactory<byte[], byte[]> consumers,
            OffsetsClient offsets,
            ListenSettings settings,
            EnrichmentMetrics metrics,
            Clock clock) {
        var tail = new EnrichedTailClient(
                () -> LagConfiguration.groupless(consumers, "tail"), offsets::ends, settings, clock);
        var seen = new SeenRevisions(settings.seenHorizon(), tail);
        metrics.seen(seen);
        return seen;
    }

    @Bean
    PartitionListener partitionListener(SeenRevisions seen, Progress progress) {
        return new PartitionListener(seen, progress);
    }

    @Bean
    WatchedGroup articleGroup(ConcurrentMessageListenerContainer<byte[], byte[]> consumers, Progress progress) {
        return LagConfiguration.watched(consumers, progress::attempts);
    }

    @Bean
    ConsumersHealth articlesHealthIndicator(StartUp startUp, PartitionListener partitions, Progress progress) {
        return new ConsumersHealth(startUp, partitions::assigned, progress::trouble);
    }
}
