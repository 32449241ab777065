package io.copytaster.ingest.fetch;

import io.copytaster.ingest.host.HostGate;
import io.copytaster.runtime.guard.GuardConfiguration;
import io.copytaster.runtime.guard.TargetGuard;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Builds the client for everything that we fetch. */
@Configuration(proxyBeanMethods = false)
@Import(GuardConfiguration.class)
@EnableConfigurationProperties(FetchSettings.class)
class FetchConfiguration {

    @Bean
    FetchClient fetchClient(FetchSettings settings, TargetGuard guard, HostGate gate) {
        return new FetchClient(settings, guard, gate);
    }
}
