package io.copytaster.ingest.feed;

import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.entry.KnownEntries;
import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.pace.Pace;
import io.copytaster.ingest.page.PageReader;
import io.copytaster.ingest.poll.Aftermath;
import io.copytaster.ingest.poll.FeedAsking;
import io.copytaster.ingest.poll.FeedLook;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.syndication.FeedReader;
import io.copytaster.runtime.guard.TargetGuard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feeds' door together. */
@Configuration
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    FeedAddresses feedAddresses(TargetGuard guard) {
        return new FeedAddresses(guard);
    }

    @Bean
    FeedReader feedReader(FeedSettings settings) {
        return new FeedReader(settings.bounds().feed());
    }

    @Bean
    FeedAsking feedAsking(FetchClient client, FeedSettings settings, Clock clock) {
        return new FeedAsking(client, settings.bounds().size().toBytes(), clock);
    }

    @Bean
    FeedLook feedLook(FeedAsking asking, FeedReader reader) {
        return new FeedLook(asking, reader);
    }

    @Bean
    EntryIntake entryIntake(
            KnownEntries known, IngestPipeline pipeline, PageReader pages, FeedSettings settings, Clock clock) {
        return new EntryIntake(known, pipeline, pages, settings.entries(), clock);
    }

    @Bean
    Aftermath aftermath(FeedSettings settings) {
        var pace = new Pace(settings.pace().bounds(), RandomGenerator.getDefault());
        return new Aftermath(pace, settings.pace().failures());
    }

    @Bean
    FeedRound feedRound(
            FeedAsking asking, FeedReader reader, EntryIntake entries, Aftermath aftermath, Feeds feeds, Clock clock) {
        return new FeedRound(asking, reader, entries, aftermath, feeds, clock);
    }

    @Bean
    FeedPoller feedPoller(Feeds feeds, FeedRound round, FeedSettings settings, Clock clock, MeterRegistry meters) {
        return new FeedPoller(feeds, round, settings, clock, meters);
    }
}
