package io.copytaster.ingest.robots;

import io.copytaster.ingest.fetch.FetchClient;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the memory of robots.txt files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RobotsSettings.class)
class RobotsConfiguration {

    @Bean
    RobotsRules robotsRules(FetchClient client, RobotsSettings settings, Clock clock) {
        return new RobotsRules(client, settings, clock);
    }
}
