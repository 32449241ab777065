package io.copytaster.runtime.consumers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Gives a service its exit, and ends it when one of its consumers was stopped by others. */
@AutoConfiguration
public class ConsumersConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumersConfiguration.class);

    /** EX_SOFTWARE of sysexits.h. */
    private static final int EXIT_CODE = 70;

    @Bean
    @ConditionalOnMissingBean
    ServiceExit serviceExit(ConfigurableApplicationContext context) {
        return sentence -> {
            LOG.atError().addKeyValue("reason", sentence).log("service ends itself");
            Thread.ofPlatform().name("exit").start(() -> {
                int code = SpringApplication.exit(context, () -> EXIT_CODE);
                Runtime.getRuntime().halt(code);
            });
        };
    }

    @Bean
    StoppedListener stoppedListener(ServiceExit exit) {
        return new StoppedListener(exit);
    }
}
