package io.copytaster.alert.live;

import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the live stream of alerts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

    @Bean
    LiveAlerts liveAlerts(LiveSettings settings) {
        return new LiveAlerts(settings.connections(), settings.buffer());
    }

    @Bean
    Supplier<AlertLogClient> alertLogs(KafkaProperties kafka, Deserializer<Object> deserializer) {
        var config = withoutGroup(kafka.buildConsumerProperties());
        var reader = new EventReader<>(Streams.ALERT_RAISED, deserializer);
        return () -> new AlertLogClient(
                () -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()), reader);
    }

    @Bean
    LiveListener liveListener(Supplier<AlertLogClient> alertLogs, LiveAlerts alerts) {
        return new LiveListener(alertLogs, alerts);
    }

    /** Every instance reads every partition for its own connections: no group shares them out or keeps offsets. */
    private static Map<String, Object> withoutGroup(Map<String, Object> configured) {
        var config = new HashMap<>(configured);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return config;
    }
}
