package io.copytaster.runtime.guard;

import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the guard of a service that connects to what others name; such a service imports it. The service's own
 * listener is refused, and so is the infrastructure that {@link GuardSettings} name.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardSettings.class)
public class GuardConfiguration {

    @Bean
    TargetGuard targetGuard(
            GuardSettings settings,
            @Value("${server.address:127.0.0.1}") String address,
            @Value("${server.port:0}") int port) {
        var own = new ArrayList<>(settings.infrastructure());
        if (port > 0) {
            own.add(address + ":" + port);
        }
        return new TargetGuard(settings, OwnListener.namedIn(own), HostAddresses.system(settings.dnsTimeout()));
    }
}
