package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.Endpoints;
import io.copytaster.alert.webhook.AlertMessage;
import io.copytaster.alert.webhook.RetrySchedule;
import io.copytaster.alert.webhook.WebhookClient;
import io.copytaster.alert.webhook.WebhookSettings;
import io.copytaster.runtime.guard.GuardConfiguration;
import io.copytaster.runtime.guard.TargetGuard;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Builds what brings alerts to endpoints. */
@Configuration(proxyBeanMethods = false)
@Import(GuardConfiguration.class)
@EnableConfigurationProperties({DeliverySettings.class, WebhookSettings.class})
class DeliveryConfiguration {

    @Bean
    AlertMessage alertMessage(WebhookSettings settings) {
        return new AlertMessage(settings.source());
    }

    @Bean
    WebhookClient webhookClient(WebhookSettings webhook, DeliverySettings settings, TargetGuard guard) {
        var bounds = settings.outliving(webhook.totalTimeout());
        return new WebhookClient(webhook, guard, bounds.inFlightPerEndpoint());
    }

    @Bean
    PostgresClaims deliveryClaims(
            JdbcClient jdbc,
            TransactionOperations transactions,
            AlertMessage message,
            Clock clock,
            DeliverySettings settings,
            @Value("${copytaster.instance:0}") String instance) {
        var lease = new PostgresClaims.Lease(instance, settings.lease());
        return new PostgresClaims(jdbc, transactions, message, clock, lease);
    }

    @Bean
    PostgresAttempts deliveryAttempts(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Endpoints endpoints,
            DeliverySettings settings,
            Clock clock) {
        var schedule = new RetrySchedule(settings.delays(), new SecureRandom());
        return new PostgresAttempts(jdbc, transactions, endpoints, schedule, clock);
    }

    @Bean
    DeliveryPoller deliveryPoller(
            PostgresClaims claims,
            PostgresAttempts attempts,
            Endpoints endpoints,
            WebhookClient client,
            DeliverySettings settings,
            Clock clock) {
        return new DeliveryPoller(claims, attempts, endpoints, client, settings, clock);
    }

    @Bean
    Deliveries deliveries(JdbcClient jdbc, AlertMessage message, Clock clock, DeliveryPoller poller) {
        return new PostgresDeliveries(jdbc, message, clock, poller::wake);
    }
}
