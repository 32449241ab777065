package io.copytaster.ingest.retention;

import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.entry.KnownEntries;
import io.copytaster.ingest.host.HostGate;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.SeenArticles;
import io.copytaster.ingest.source.Feeds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Forgets on a schedule. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration FIRST = Duration.ofMinutes(1);

    @Bean
    Housekeeping housekeeping(
            SeenArticles seen,
            Ledger ledger,
            Receipts receipts,
            Copies copies,
            RetentionSettings settings,
            Clock clock) {
        return new Housekeeping(seen, ledger, receipts, copies, settings, clock);
    }

    @Bean
    FeedHousekeeping feedHousekeeping(
            KnownEntries entries, Feeds feeds, HostGate hosts, RetentionSettings settings, Clock clock) {
        return new FeedHousekeeping(entries, feeds, hosts, settings, clock);
    }

    @Bean
    SchedulingConfigurer cleaning(Housekeeping housekeeping, FeedHousekeeping feeds) {
        return tasks -> {
            tasks.addFixedDelayTask(new FixedDelayTask(housekeeping::clean, EVERY, FIRST));
            tasks.addFixedDelayTask(new FixedDelayTask(feeds::clean, EVERY, FIRST));
        };
    }
}
