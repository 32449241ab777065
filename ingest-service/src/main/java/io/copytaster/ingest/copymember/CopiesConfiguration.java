package io.copytaster.ingest.copymember;

import io.copytaster.ingest.measure.IngestMeter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the copy groups together. */
@Configuration
@EnableConfigurationProperties(CopiesSettings.class)
class CopiesConfiguration {

    @Bean
    Copies copies(JdbcClient jdbc, PlatformTransactionManager transactions, CopiesSettings settings, Clock clock) {
        return new PostgresCopies(new PostgresMembers(jdbc), transactions, settings, clock);
    }

    @Bean
    MeterBinder forgottenEarlyMeter(Copies copies) {
        return registry -> FunctionCounter.builder(IngestMeter.COPIES_FORGOTTEN.key(), copies, Copies::forgottenEarly)
                .register(registry);
    }
}
