package io.copytaster.ingest;

import io.copytaster.ingest.article.ArticleReader;
import io.copytaster.ingest.article.ArticleSettings;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.Decisions;
import io.copytaster.ingest.seen.SeenArticles;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import java.time.Duration;

/** Puts the pipeline together. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties({ArticleSettings.class, RetentionSettings.class})
class IngestConfiguration {

    private static final Duration CLEAN_EVERY = Duration.ofMinutes(15);
    private static final Duration CLEAN_FIRST = Duration.ofMinutes(1);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Memory memory(Decisions decisions, SeenArticles seen, Ledger ledger, Receipts receipts) {
        return new Memory(decisions, seen, ledger, receipts);
    }

    @Bean
    IngestPipeline ingestPipeline(ArticleSettings settings, ArticleLog log, Memory memory, Clock clock) {
        return new IngestPipeline(new ArticleReader(settings.limits(), clock), log, memory, clock);
    }

    @Bean
    Housekeeping housekeeping(Memory memory, RetentionSettings settings, Clock clock) {
        return new Housekeeping(memory, settings, clock);
    }

    @Bean
    SchedulingConfigurer cleaning(Housekeeping housekeeping) {
        return tasks -> tasks.addFixedDelayTask(new FixedDelayTask(housekeeping::clean, CLEAN_EVERY, CLEAN_FIRST));
    }
}
