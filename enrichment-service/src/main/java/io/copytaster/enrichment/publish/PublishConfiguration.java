package io.copytaster.enrichment.publish;

import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.net.URI;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Puts the exit together. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    @Bean(destroyMethod = "close")
    Serializer<Object> wireSerializer(ProducerFactory<?, ?> producers) {
        return Wire.serializer(producers.getConfigurationProperties());
    }

    @Bean
    EnrichedPublisher enrichedPublisher(Serializer<Object> serializer, KafkaTemplate<byte[], byte[]> kafka) {
        return new EnrichedPublisher(new EventWriter(serializer, URI.create("/copytaster/enrichment")), kafka);
    }

    /** Kafka's transaction with its end announced, so that the memory of revisions learns how a batch ended. */
    @Bean
    KafkaTransactionManager<?, ?> kafkaTransactionManager(ProducerFactory<?, ?> producers) {
        var transactions = new KafkaTransactionManager<>(producers);
        transactions.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_ALWAYS);
        return transactions;
    }
}
