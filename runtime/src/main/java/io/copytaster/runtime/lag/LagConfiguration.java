package io.copytaster.runtime.lag;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Measures the lag of every group that the service declares. */
@AutoConfiguration
@ConditionalOnBean(WatchedGroup.class)
@EnableConfigurationProperties(LagSettings.class)
public class LagConfiguration {

    @Bean(destroyMethod = "close")
    Admin offsetsAdmin(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    OffsetsClient offsetsClient(Admin admin) {
        return new OffsetsClient(admin);
    }

    @Bean(destroyMethod = "close")
    GroupLagClient groupLagClient(ConsumerFactory<byte[], byte[]> consumers, OffsetsClient offsets, Clock clock) {
        return new GroupLagClient(offsets, () -> groupless(consumers, "lag"), clock);
    }

    @Bean
    GroupLagPoller groupLagPoller(
            List<WatchedGroup> groups, GroupLagClient client, LagSettings settings, MeterRegistry meters, Clock clock) {
        return new GroupLagPoller(groups, client, settings, new LagMetrics(meters), clock);
    }

    @Bean
    StallHealth stallHealthIndicator(GroupLagPoller lag) {
        return new StallHealth(lag);
    }

    /** Watches the group of this container on all its streams. */
    public static WatchedGroup watched(
            ConcurrentMessageListenerContainer<byte[], byte[]> consumers, ToLongFunction<String> attempts) {
        return new WatchedGroup(
                String.valueOf(consumers.getGroupId()),
                List.of(Objects.requireNonNull(
                        consumers.getContainerProperties().getTopics())),
                () -> unpaused(consumers),
                attempts);
    }

    private static Set<String> unpaused(ConcurrentMessageListenerContainer<byte[], byte[]> consumers) {
        return consumers.getAssignedPartitions().stream()
                .filter(partition -> !consumers.isPartitionPaused(partition))
                .map(TopicPartition::toString)
                .collect(Collectors.toSet());
    }

    /** A consumer beside the groups, named for its purpose: it reads where it is told to and commits nothing. */
    public static Consumer<byte[], byte[]> groupless(ConsumerFactory<byte[], byte[]> consumers, String purpose) {
        var config = new HashMap<>(consumers.getConfigurationProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.merge(ConsumerConfig.CLIENT_ID_CONFIG, purpose, (client, suffix) -> client + "-" + suffix);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
