package io.copytaster.alert.listen;

import io.copytaster.alert.listen.ConsumersConfiguration.Consumers;
import io.copytaster.event.AlertRaised;
import io.copytaster.event.WatchMatched;
import io.copytaster.runtime.consumers.ConsumersHealth;
import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.runtime.consumers.ServiceExit;
import io.copytaster.runtime.consumers.StartUp;
import io.copytaster.stream.StreamSetup;
import io.copytaster.stream.StreamSetupSettings;
import io.copytaster.stream.Streams;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the start, the end and the health of the door together. */
@Configuration(proxyBeanMethods = false)
class ListenConfiguration {

    @Bean(destroyMethod = "close")
    MatcherTransactionsClient matcherTransactions(
            KafkaProperties kafka, ListenSettings settings, @Value("${copytaster.instance}") String instance) {
        return MatcherTransactionsClient.of(
                kafka.buildProducerProperties(), "matcher-" + instance + "-", settings.matchers());
    }

    @Bean
    StartUp startUp(
            KafkaProperties kafka,
            Serializer<Object> serializer,
            MatcherTransactionsClient transactions,
            Consumers consumers,
            Environment environment,
            ServiceExit exit) {
        var streams = Binder.get(environment)
                .bind("copytaster.streams", StreamSetupSettings.class)
                .orElse(StreamSetupSettings.ONE_MACHINE);
        return new StartUp(
                () -> prepareStreams(kafka, streams, serializer), transactions::initialise, consumers::start, exit);
    }

    private static void prepareStreams(
            KafkaProperties kafka, StreamSetupSettings settings, Serializer<Object> serializer) {
        StreamSetup.ensure(
                kafka.buildAdminProperties(),
                settings,
                Streams.ARTICLE_ENRICHED,
                Streams.WATCH_MATCHED,
                Streams.ALERT_RAISED,
                Streams.DELIVERY_FINISHED);
        // Learns the ids of the schemas that we write, so that the registry may go away from here on.
        var _ = serializer.serialize(
                Streams.WATCH_MATCHED.name(), WatchMatched.newBuilder().build());
        var _ = serializer.serialize(
                Streams.ALERT_RAISED.name(), AlertRaised.newBuilder().build());
    }

    @Bean
    ConsumersHealth streamsHealthIndicator(StartUp startUp, ProgressListener progress, Consumers consumers) {
        return new ConsumersHealth(startUp, consumers::areAssigned, progress::trouble);
    }
}
