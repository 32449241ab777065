package io.copytaster.alert;

import io.copytaster.alert.delivery.Deliveries;
import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.alert.raised.Alerts;
import io.copytaster.alert.raised.PostgresAlerts;
import io.copytaster.alert.watch.PostgresWatches;
import io.copytaster.alert.watch.Watches;
import io.copytaster.text.query.QueryParser;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the rooms and pipelines together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({QuerySettings.class, RetentionSettings.class})
class AlertConfiguration {

    private static final URI SOURCE = URI.create("/copytaster/alert");

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Serializer<Object> wireSerializer(KafkaProperties kafka) {
        return Wire.serializer(kafka.buildProducerProperties());
    }

    @Bean(destroyMethod = "close")
    Deserializer<Object> wireDeserializer(KafkaProperties kafka) {
        return Wire.deserializer(kafka.buildConsumerProperties());
    }

    @Bean
    EventWriter eventWriter(Serializer<Object> serializer) {
        return new EventWriter(serializer, SOURCE);
    }

    @Bean
    QueryParser queryParser(QuerySettings settings) {
        return new QueryParser(settings.bounds());
    }

    @Bean
    Watches watches(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        return new PostgresWatches(jdbc, transactions, new SecureRandom(), clock);
    }

    @Bean
    Alerts alerts(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        return new PostgresAlerts(jdbc, transactions, clock);
    }

    @Bean
    WatchMatcher watchMatcher(QueryParser parser, Clock clock) {
        return new WatchMatcher(parser, clock);
    }

    @Bean
    MatchPipeline matchPipeline(Watches watches, WatchMatcher matcher) {
        return new MatchPipeline(watches, matcher);
    }

    @Bean
    AlertPipeline alertPipeline(Watches watches, Alerts alerts, Deliveries deliveries, Clock clock) {
        return new AlertPipeline(watches, alerts, deliveries, clock);
    }

    @Bean
    AlertMetrics alertMetrics(MeterRegistry meters, Alerts alerts, WatchMatcher matcher) {
        var metrics = new AlertMetrics(meters);
        metrics.stored(alerts::counts);
        metrics.watches(matcher::size);
        return metrics;
    }

    @Bean
    RetentionPoller retentionPoller(Watches watches, Alerts alerts, RetentionSettings settings, Clock clock) {
        return new RetentionPoller(watches, alerts, settings, clock);
    }
}
