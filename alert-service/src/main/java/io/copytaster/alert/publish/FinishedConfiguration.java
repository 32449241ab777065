package io.copytaster.alert.publish;

import io.copytaster.wire.EventWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the publisher of the ends of deliveries together. */
@Configuration(proxyBeanMethods = false)
class FinishedConfiguration {

    @Bean
    DeliveryFinishedPublisher deliveryFinishedPublisher(
            JdbcClient jdbc, EventWriter writer, KafkaTemplate<byte[], byte[]> kafka, PublishSettings settings) {
        return new DeliveryFinishedPublisher(new PostgresFinishedDeliveries(jdbc), writer, kafka, settings.interval());
    }
}
