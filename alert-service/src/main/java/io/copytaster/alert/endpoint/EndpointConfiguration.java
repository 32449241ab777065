package io.copytaster.alert.endpoint;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds the store of endpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsSettings.class)
class EndpointConfiguration {

    @Bean
    Endpoints endpoints(JdbcClient jdbc, SecretsSettings secrets, Clock clock) {
        var random = new SecureRandom();
        return new PostgresEndpoints(jdbc, secrets.keyBytes(random), random, clock);
    }
}
