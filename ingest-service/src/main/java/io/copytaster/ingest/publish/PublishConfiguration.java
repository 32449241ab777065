package io.copytaster.ingest.publish;

import io.copytaster.ingest.publisher.PublisherFamilies;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;

/** Puts the exit together: producer, writer, streams, and what tells of their health. */
@Configuration
@EnableConfigurationProperties({PublishSettings.class, StreamsSettings.class})
class PublishConfiguration {

    private static final List<EventStream<?>> LANES = List.of(Streams.ARTICLE_INGESTED, Streams.ARTICLE_BACKFILLED);

    @Bean
    ArticleLog articleLog(
            KafkaTemplate<byte[], byte[]> kafka,
            KafkaProperties properties,
            PublishSettings settings,
            PublisherFamilies families) {
        var serializer = Wire.serializer(properties.buildProducerProperties());
        var writer = new EventWriter(serializer, settings.source());
        return new KafkaArticlePublisher(kafka, new EditionPublisher(families), writer, settings.patience());
    }

    /** Failures are told once, by the publisher; the customary listener would log each of them as an error too. */
    @Bean
    ProducerListener<Object, Object> quietProducer() {
        return new ProducerListener<>() {};
    }

    @Bean
    StreamsHealth streamsHealthIndicator(
            KafkaProperties properties, StreamsSettings shape, PublishSettings settings, ApplicationContext context) {
        var setup = new StreamSetupSettings(shape.partitions(), shape.replication());
        var steps = new StreamsHealth.Steps(
                () -> StreamSetup.ensure(
                        properties.buildProducerProperties(), setup, LANES.toArray(EventStream<?>[]::new)),
                () -> begin(context),
                () -> stop(context));
        return new StreamsHealth(steps, settings.setupRetry());
    }

    @Bean
    ApplicationListener<ApplicationStartedEvent> prepareStreams(StreamsHealth streams) {
        return _ -> streams.start();
    }

    @Bean
    BrokerHealth brokerHealthIndicator(KafkaProperties properties, PublishSettings settings, Clock clock) {
        return new BrokerHealth(Admin.create(properties.buildAdminProperties()), clock, settings.probeEvery());
    }

    /** The first article must not wait for metadata, and a follower may only read streams that exist. */
    @SuppressWarnings("unchecked") // Spring's bean is a template of anything; ours is configured for bytes.
    private static void begin(ApplicationContext context) {
        KafkaTemplate<byte[], byte[]> kafka = context.getBean(KafkaTemplate.class);
        LANES.forEach(lane -> kafka.partitionsFor(lane.name()));
        context.getBeansOfType(MessageListenerContainer.class).values().forEach(MessageListenerContainer::start);
    }

    /** On a thread of its own: closing the context waits for the scheduler's. */
    private static void stop(ApplicationContext context) {
        Thread.ofPlatform().name("streams-refused").start(() -> {
            int code = SpringApplication.exit(context, () -> 1);
            System.exit(code);
        });
    }
}
