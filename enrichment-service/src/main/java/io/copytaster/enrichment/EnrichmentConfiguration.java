package io.copytaster.enrichment;

import io.copytaster.enrichment.publish.EnrichedPublisher;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.stream.Streams;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stage together: the engine, and the way of a batch through it. */
@Configuration(proxyBeanMethods = false)
class EnrichmentConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EnrichmentPipeline enrichmentPipeline() {
        return EnrichmentPipeline.fromClasspath();
    }

    @Bean
    EnrichmentMetrics enrichmentMetrics(MeterRegistry meters) {
        return new EnrichmentMetrics(
                meters, List.of(Streams.ARTICLE_INGESTED.name(), Streams.ARTICLE_BACKFILLED.name()));
    }

    @Bean
    Progress progress(EnrichmentMetrics metrics, Clock clock) {
        return new Progress(metrics, clock);
    }

    @Bean
    ArticleListener articleListener(
            Deserializer<Object> deserializer,
            SeenRevisions seen,
            EnrichmentPipeline pipeline,
            EnrichedPublisher publisher,
            Progress progress,
            Clock clock) {
        return new ArticleListener(deserializer, seen, pipeline::enrich, publisher, progress, clock);
    }
}
