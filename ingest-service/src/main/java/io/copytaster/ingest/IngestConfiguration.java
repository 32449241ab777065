package io.copytaster.ingest;

import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.filter.Filters;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.reading.ArticleReader;
import io.copytaster.ingest.reading.ArticleSettings;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.Decisions;
import io.copytaster.ingest.seen.SeenArticles;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pipeline together. */
@Configuration
@EnableConfigurationProperties(ArticleSettings.class)
class IngestConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Memory memory(
            Decisions decisions, SeenArticles seen, Copies copies, Ledger ledger, Receipts receipts, Filters filters) {
        return new Memory(decisions, seen, copies, ledger, receipts, filters);
    }

    @Bean
    IngestPipeline ingestPipeline(ArticleSettings settings, ArticleLog log, Memory memory, Clock clock) {
        return new IngestPipeline(new ArticleReader(settings, clock), log, memory, clock);
    }
}
