package io.copytaster.alert.publish;

import io.copytaster.alert.raised.Alerts;
import io.copytaster.wire.EventWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the publisher of alerts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
class PublishConfiguration {

    @Bean
    AlertPublisher alertPublisher(
            Alerts alerts, EventWriter writer, KafkaTemplate<byte[], byte[]> kafka, PublishSettings settings) {
        return new AlertPublisher(alerts, writer, kafka, settings);
    }
}
